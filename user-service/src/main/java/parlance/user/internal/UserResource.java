package parlance.user.internal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import parlance.contracts.user.User;
import parlance.internalapi.user.BlockLists;
import parlance.internalapi.user.BlockQuery;
import parlance.internalapi.user.Credentials;
import parlance.internalapi.user.EmailQuery;
import parlance.internalapi.user.ExternalUser;
import parlance.internalapi.user.IssuerQuery;
import parlance.internalapi.user.NewPassword;
import parlance.internalapi.user.TrustedIssuers;
import parlance.internalapi.user.UserApi;
import parlance.internalapi.user.UserQuery;
import parlance.internalapi.user.Users;
import parlance.user.account.InternalPasswords;
import parlance.user.account.InternalUsers;
import parlance.user.blocklist.InternalBlocks;
import parlance.user.external.ExternalUsers;
import parlance.user.organization.InternalIssuers;

/** Hands each call of another service to the feature that answers it. */
@Singleton
@RunOnVirtualThread
public final class UserResource implements UserApi {

    private final InternalUsers users;
    private final InternalPasswords passwords;
    private final ExternalUsers external;
    private final InternalBlocks blocks;
    private final InternalIssuers issuers;

    UserResource(
            InternalUsers users,
            InternalPasswords passwords,
            ExternalUsers external,
            InternalBlocks blocks,
            InternalIssuers issuers) {
        this.users = users;
        this.passwords = passwords;
        this.external = external;
        this.blocks = blocks;
        this.issuers = issuers;
    }

    @Override
    public Users find(UserQuery query) {
        return users.find(query);
    }

    @Override
    public Users findActive(UserQuery query) {
        return users.findActive(query);
    }

    @Override
    public User findByEmail(EmailQuery query) {
        return users.findByEmail(query);
    }

    @Override
    public User verify(Credentials credentials) {
        return passwords.verify(credentials);
    }

    @Override
    public void setPassword(NewPassword password) {
        passwords.change(password);
    }

    @Override
    public User findOrCreate(ExternalUser who) {
        return external.findOrOpen(who);
    }

    @Override
    public BlockLists findBlockLists(BlockQuery query) {
        return blocks.find(query);
    }

    @Override
    public TrustedIssuers findIssuers(IssuerQuery query) {
        return issuers.find(query);
    }
}

package parlance.user.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import parlance.contracts.user.Credentials;
import parlance.contracts.user.User;
import parlance.contracts.user.UserQuery;
import parlance.contracts.user.Users;
import parlance.user.password.Passwords;

/** What other services ask about users; they keep no copy of their own. */
@Path("/internal/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalUsers {

    private final AccountStore accounts;
    private final Passwords passwords;

    InternalUsers(AccountStore accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** See {@link UserQuery}. */
    @POST
    @Path("/find")
    public Users find(UserQuery query) {
        return new Users(
                accounts.find(query.organizationId(), query.ids()).stream()
                        .map(Account::user)
                        .toList());
    }

    /** See {@link Credentials}. Takes the same time whether or not the login is known. */
    @POST
    @Path("/verify")
    public User verify(Credentials credentials) {
        var password = credentials.password();
        var account = accounts.findByLogin(credentials.organizationId(), credentials.login());
        if (account.isEmpty()) {
            passwords.matchesNobody(password);
            throw new NotFoundException();
        }
        if (!passwords.matches(password, account.get().passwordHash())) {
            throw new NotFoundException();
        }
        renewOutdatedHash(account.get(), password);
        return account.get().user();
    }

    private void renewOutdatedHash(Account account, String password) {
        if (passwords.isOutdated(account.passwordHash())) {
            accounts.replaceHash(account, passwords.hash(password));
        }
    }
}

package parlance.auth.account;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.internalapi.CallRejected;
import parlance.internalapi.user.Credentials;
import parlance.internalapi.user.EmailQuery;
import parlance.internalapi.user.ExternalUser;
import parlance.internalapi.user.NewPassword;
import parlance.internalapi.user.UserApi;
import parlance.internalapi.user.UserQuery;
import parlance.kit.Rejection;

/** The users, as user-service knows them. */
@Singleton
public class Accounts {

    private final UserApi userService;

    Accounts(@RestClient UserApi userService) {
        this.userService = userService;
    }

    /** The user with this login and password. */
    public Optional<User> verify(Credentials credentials) {
        return unlessNotFound(() -> unlessBusy(() -> userService.verify(credentials)));
    }

    /** The user whose address this is. */
    public Optional<User> findByEmail(OrganizationId organizationId, String email) {
        return unlessNotFound(() -> userService.findByEmail(new EmailQuery(organizationId, email)));
    }

    /** Whatever the password was before. */
    public void setPassword(NewPassword password) {
        unlessBusy(() -> {
            userService.setPassword(password);
            return password;
        });
    }

    /** The user as shown to a client that signs in, unless deleted or suspended. */
    public Optional<User> findActive(OrganizationId organizationId, UserId userId) {
        var query = new UserQuery(organizationId, List.of(userId), true);
        return userService.findActive(query).users().stream().findFirst();
    }

    /** The user whom a trusted issuer means, new if need be; empty for one who is suspended. */
    public Optional<User> findOrOpen(ExternalUser who) {
        return unlessNotFound(() -> unlessBusy(() -> userService.findOrCreate(who)));
    }

    /** The client is told when to come again. */
    private static <T> T unlessBusy(Supplier<T> question) {
        try {
            return question.get();
        } catch (CallRejected answer) {
            throw answer.retryAfter().<RuntimeException>map(Rejection::overloaded).orElse(answer);
        }
    }

    private static Optional<User> unlessNotFound(Supplier<User> question) {
        try {
            return Optional.of(question.get());
        } catch (CallRejected answer) {
            if (answer.isNotFound()) {
                return Optional.empty();
            }
            throw answer;
        }
    }
}

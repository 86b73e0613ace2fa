package parlance.auth.account;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.Credentials;
import parlance.contracts.user.EmailQuery;
import parlance.contracts.user.ExternalUser;
import parlance.contracts.user.NewPassword;
import parlance.contracts.user.User;
import parlance.contracts.user.UserQuery;

/** The users, as user-service knows them. */
@Singleton
public class Accounts {

    private static final int NOT_FOUND = 404;

    private final UserServiceClient userService;

    Accounts(@RestClient UserServiceClient userService) {
        this.userService = userService;
    }

    /** The user with this login and password. */
    public Optional<User> verify(Credentials credentials) {
        return unlessNotFound(() -> userService.verify(credentials));
    }

    /** The user whose address this is. */
    public Optional<User> findByEmail(OrganizationId organizationId, String email) {
        return unlessNotFound(() -> userService.findByEmail(new EmailQuery(organizationId, email)));
    }

    /** Whatever the password was before. */
    public void setPassword(NewPassword password) {
        userService.setPassword(password);
    }

    /** The user as shown to a client that signs in, unless deleted or suspended. */
    public Optional<User> findActive(OrganizationId organizationId, UserId userId) {
        var query = new UserQuery(organizationId, List.of(userId), true);
        return userService.findActive(query).users().stream().findFirst();
    }

    /** The user whom a trusted issuer means, new if need be; empty for one who is suspended. */
    public Optional<User> findOrOpen(ExternalUser who) {
        return unlessNotFound(() -> userService.findOrOpen(who));
    }

    private static Optional<User> unlessNotFound(Supplier<User> question) {
        try {
            return Optional.of(question.get());
        } catch (WebApplicationException answer) {
            if (answer.getResponse().getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw answer;
        }
    }
}

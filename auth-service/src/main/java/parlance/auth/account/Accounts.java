package parlance.auth.account;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.Credentials;
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
        try {
            return Optional.of(userService.verify(credentials));
        } catch (WebApplicationException answer) {
            if (answer.getResponse().getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw answer;
        }
    }

    public Optional<User> find(OrganizationId organizationId, UserId userId) {
        var query = new UserQuery(organizationId, List.of(userId));
        return userService.find(query).users().stream().findFirst();
    }
}

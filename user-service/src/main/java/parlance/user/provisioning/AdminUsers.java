package parlance.user.provisioning;

import static parlance.contracts.ErrorCode.ORG_NOT_FOUND;
import static parlance.contracts.ErrorCode.USER_ALREADY_EXISTS;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.user.EmailPattern;
import parlance.contracts.user.User;
import parlance.kit.OrganizationSettings;
import parlance.kit.Rejection;
import parlance.kit.publish.Events;
import parlance.kit.request.RequestReader;
import parlance.user.account.Account;
import parlance.user.account.AccountStore;
import parlance.user.account.Profile;
import parlance.user.organization.OrganizationStore;
import parlance.user.password.Passwords;

/** {@code POST /admin/users}: opens an account for a user, who need not have a password. */
@Path("/admin/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdminUsers {

    /** As a user signs up, but for the password. */
    record NewUser(
            @NotNull(message = "INCORRECT_LOGIN")
                    @Size(min = 3, max = 40, message = "INCORRECT_LOGIN")
                    String login,
            @Size(min = 3, max = 40, message = "INCORRECT_PASSWORD") @Nullable String password,
            @Size(min = 1, max = EmailPattern.MAX_LENGTH)
                    @Pattern(regexp = EmailPattern.REGEX, message = EmailPattern.MESSAGE)
                    @Nullable String email,
            @Size(min = 3, max = 15) @Nullable String phone,
            @JsonProperty("first_name") @Size(min = 1, max = 20) @Nullable String firstName,
            @JsonProperty("last_name") @Size(min = 1, max = 20) @Nullable String lastName) {

        Profile profile() {
            return new Profile(login, email, phone, firstName, lastName, null);
        }
    }

    record Answer(@JsonProperty("user") User user) {}

    private final RequestReader requests;
    private final OrganizationStore organizations;
    private final OrganizationSettings config;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Events events;
    private final Clock clock;

    AdminUsers(
            RequestReader requests,
            OrganizationStore organizations,
            OrganizationSettings config,
            AccountStore accounts,
            Passwords passwords,
            Events events,
            Clock clock) {
        this.requests = requests;
        this.organizations = organizations;
        this.config = config;
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    @POST
    public Response open(
            @QueryParam("organizationId") @Nullable OrganizationId organizationId, JsonNode body) {
        var organization = config.orDefault(organizationId);
        if (!organizations.includes(organization)) {
            throw new Rejection(ORG_NOT_FOUND);
        }
        var account = open(organization, requests.read(NewUser.class, body));
        return Response.status(Response.Status.CREATED).entity(new Answer(account.user())).build();
    }

    private Account open(OrganizationId organization, NewUser newUser) {
        var id = accounts.newId();
        accounts.refuseLookAlike(organization, id, newUser.profile().login());
        var account =
                Account.provisioned(
                        id,
                        organization,
                        newUser.profile(),
                        passwords.hash(passwordOf(newUser)),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var added = accounts.addOnce(account).orElseThrow(() -> new Rejection(USER_ALREADY_EXISTS));
        events.publish(added.saved());
        return added;
    }

    /** A random one, for users who sign in otherwise. */
    private static String passwordOf(NewUser newUser) {
        var password = newUser.password();
        return password == null ? UUID.randomUUID().toString() : password;
    }
}

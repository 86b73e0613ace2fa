package parlance.user.provisioning;

import static parlance.contracts.ErrorCode.USER_NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.session.EndSessions;
import parlance.contracts.user.EmailPattern;
import parlance.contracts.user.RemoveUser;
import parlance.contracts.user.User;
import parlance.kit.OrganizationSettings;
import parlance.kit.Rejection;
import parlance.kit.publish.Events;
import parlance.kit.request.RequestReader;
import parlance.user.account.Account;
import parlance.user.account.AccountChanges;
import parlance.user.account.AccountStore;
import parlance.user.account.Profile;
import parlance.user.account.SessionCutStore;
import parlance.user.password.Passwords;

/** {@code /admin/users/{id}}: one user, as administrators see, change, suspend and delete one. */
@Path("/admin/users/{id}")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdminUser {

    /** What stays as it is, is left out. */
    record Edit(
            @Size(min = 3, max = 40, message = "INCORRECT_LOGIN") @Nullable String login,
            @Size(min = 3, max = 40, message = "INCORRECT_PASSWORD") @Nullable String password,
            @Size(min = 1, max = EmailPattern.MAX_LENGTH)
                    @Pattern(regexp = EmailPattern.REGEX, message = EmailPattern.MESSAGE)
                    @Nullable String email,
            @Size(min = 3, max = 15) @Nullable String phone,
            @JsonProperty("first_name") @Size(min = 1, max = 20) @Nullable String firstName,
            @JsonProperty("last_name") @Size(min = 1, max = 20) @Nullable String lastName) {

        Profile appliedTo(Profile profile) {
            return new Profile(
                    login == null ? profile.login() : login,
                    email == null ? profile.email() : email,
                    phone == null ? profile.phone() : phone,
                    firstName == null ? profile.firstName() : firstName,
                    lastName == null ? profile.lastName() : lastName,
                    profile.avatar());
        }
    }

    record Answer(@JsonProperty("user") User user, @JsonProperty("suspended") boolean suspended) {

        static Answer of(Account account) {
            return new Answer(account.user(), account.suspended());
        }
    }

    record Done(@JsonProperty("success") boolean success) {}

    private final RequestReader requests;
    private final OrganizationSettings config;
    private final AccountStore accounts;
    private final AccountChanges changes;
    private final Passwords passwords;
    private final SessionCutStore sessions;
    private final Events events;
    private final Clock clock;

    AdminUser(
            RequestReader requests,
            OrganizationSettings config,
            AccountStore accounts,
            AccountChanges changes,
            Passwords passwords,
            SessionCutStore sessions,
            Events events,
            Clock clock) {
        this.requests = requests;
        this.config = config;
        this.accounts = accounts;
        this.changes = changes;
        this.passwords = passwords;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    @GET
    public Answer show(
            @PathParam("id") String id,
            @QueryParam("organizationId") @Nullable OrganizationId organizationId) {
        return Answer.of(get(config.orDefault(organizationId), new UserId(id)));
    }

    /** A new password ends all sessions. */
    @PUT
    public Answer edit(
            @PathParam("id") String id,
            @QueryParam("organizationId") @Nullable OrganizationId organizationId,
            JsonNode body) {
        var organization = config.orDefault(organizationId);
        var edit = requests.read(Edit.class, body);
        if (edit.login() != null) {
            accounts.refuseLookAlike(organization, new UserId(id), edit.login());
        }
        var hash = edit.password() == null ? null : passwords.hash(edit.password());
        var now = now();
        var changed =
                change(
                        organization,
                        new UserId(id),
                        account ->
                                account.changed(
                                        edit.appliedTo(account.profile()),
                                        hash == null ? account.passwordHash() : hash,
                                        now));
        if (hash != null) {
            endSessions(organization, changed.id());
        }
        return Answer.of(changed);
    }

    /** From now on the user cannot sign in, and whoever is signed in as the user is not. */
    @PUT
    @Path("/suspension")
    public Answer suspend(
            @PathParam("id") String id,
            @QueryParam("organizationId") @Nullable OrganizationId organizationId) {
        var organization = config.orDefault(organizationId);
        var now = now();
        var suspended =
                change(organization, new UserId(id), account -> account.withSuspended(true, now));
        endSessions(organization, suspended.id());
        return Answer.of(suspended);
    }

    @DELETE
    @Path("/suspension")
    public Answer unsuspend(
            @PathParam("id") String id,
            @QueryParam("organizationId") @Nullable OrganizationId organizationId) {
        var now = now();
        return Answer.of(
                change(
                        config.orDefault(organizationId),
                        new UserId(id),
                        account -> account.withSuspended(false, now)));
    }

    /** Nobody signs in as the user once this has answered; all else follows at once. */
    @DELETE
    public Done delete(
            @PathParam("id") String id,
            @QueryParam("organizationId") @Nullable OrganizationId organizationId) {
        var account = get(config.orDefault(organizationId), new UserId(id));
        // The command does all of it, also if we end here.
        events.command(
                Route.REMOVE_USER, id, new RemoveUser(account.organizationId(), account.id()));
        accounts.remove(account.organizationId(), account.id());
        sessions.all(account.id());
        return new Done(true);
    }

    private Account get(OrganizationId organization, UserId id) {
        return accounts.find(organization, id).orElseThrow(() -> new Rejection(USER_NOT_FOUND));
    }

    private Account change(OrganizationId organization, UserId id, UnaryOperator<Account> change) {
        return changes.change(organization, id, change)
                .orElseThrow(() -> new Rejection(USER_NOT_FOUND));
    }

    private void endSessions(OrganizationId organization, UserId id) {
        sessions.untilNow(id, null);
        events.command(Route.END_SESSIONS, id.value(), new EndSessions(organization, id, null));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

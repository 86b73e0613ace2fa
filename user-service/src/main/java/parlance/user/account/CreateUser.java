package parlance.user.account;

import static parlance.contracts.ErrorCode.ORG_NOT_FOUND;
import static parlance.contracts.ErrorCode.USER_ALREADY_EXISTS;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.user.EmailPattern;
import parlance.contracts.user.User;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.OrganizationSettings;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.user.organization.OrganizationStore;
import parlance.user.password.Passwords;

/** Opens an account for a new user. */
@Singleton
@HandlesRoute(Route.USER_CREATE)
final class CreateUser implements RequestHandler<CreateUser.Request> {

    record Request(
            @JsonProperty("organization_id") @Nullable OrganizationId organizationId,
            @NotNull(message = "INCORRECT_LOGIN")
                    @Size(min = 3, max = 40, message = "INCORRECT_LOGIN")
                    String login,
            @NotNull(message = "INCORRECT_PASSWORD")
                    @Size(min = 3, max = 40, message = "INCORRECT_PASSWORD")
                    String password,
            @JsonProperty("device_id") @Nullable DeviceId deviceId,
            @Size(min = 1, max = EmailPattern.MAX_LENGTH) @Nullable String email,
            @Size(min = 3, max = 15) @Nullable String phone,
            @JsonProperty("first_name") @Size(min = 1, max = 20) @Nullable String firstName,
            @JsonProperty("last_name") @Size(min = 1, max = 20) @Nullable String lastName) {

        Profile profile() {
            return new Profile(login, email, phone, firstName, lastName, null);
        }
    }

    record Reply(@JsonProperty("user") User user) {}

    private static final Duration TIME_TO_ANSWER = Duration.ofMillis(500);

    private final OrganizationStore organizations;
    private final OrganizationSettings config;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final SignUpAttempts attempts;
    private final Clock clock;

    CreateUser(
            OrganizationStore organizations,
            OrganizationSettings config,
            AccountStore accounts,
            Passwords passwords,
            SignUpAttempts attempts,
            Clock clock) {
        this.organizations = organizations;
        this.config = config;
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var organization = organizationFor(command.request());
        var account =
                accounts.find(organization, new UserId(command.mintedId()))
                        .orElseGet(() -> open(command, organization));
        return HandlerResult.reply(new Reply(account.user())).publish(account.saved());
    }

    private Account open(Command<Request> command, OrganizationId organization) {
        attempts.count(command.clientAddress());
        return openedBefore(command, organization).orElseGet(() -> openNew(command, organization));
    }

    private Account openNew(Command<Request> command, OrganizationId organization) {
        var request = command.request();
        accounts.refuseLookAlike(organization, new UserId(command.mintedId()), request.login());
        var account =
                Account.opened(
                        new UserId(command.mintedId()),
                        organization,
                        request.profile(),
                        passwords.hash(request.password(), command.deadline()),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        command.position(),
                        request.deviceId());
        refuseIfTooLate(command);
        return accounts.addOnce(account).orElseThrow(() -> new Rejection(USER_ALREADY_EXISTS));
    }

    /** A client that was told of a timeout is not to have an account that it does not know of. */
    private void refuseIfTooLate(Command<Request> command) {
        if (clock.instant().isAfter(command.deadline().minus(TIME_TO_ANSWER))) {
            throw Rejection.overloaded(TIME_TO_ANSWER);
        }
    }

    /**
     * The account that the same device opened before with the same words: the answer to that was
     * lost, and the client repeats itself.
     */
    private Optional<Account> openedBefore(Command<Request> command, OrganizationId organization) {
        var request = command.request();
        var device = request.deviceId();
        return device == null
                ? Optional.empty()
                : accounts.findByLogin(organization, request.login())
                        .filter(account -> account.isAsSignedUpOn(device, request.profile()))
                        .filter(account ->
                                passwords.matches(
                                        request.password(),
                                        account.passwordHash(),
                                        command.deadline()));
    }

    private OrganizationId organizationFor(Request request) {
        var organization = config.orDefault(request.organizationId());
        if (!organizations.includes(organization)) {
            throw new Rejection(ORG_NOT_FOUND);
        }
        return organization;
    }
}

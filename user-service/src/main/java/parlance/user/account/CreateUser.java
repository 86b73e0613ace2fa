package parlance.user.account;

import static parlance.contracts.ErrorCode.ORG_NOT_FOUND;
import static parlance.contracts.ErrorCode.USER_ALREADY_EXISTS;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.user.EmailPattern;
import parlance.contracts.user.User;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.OrganizationSettings;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.user.organization.OrganizationStore;
import parlance.user.password.Passwords;

/** Signs somebody up. */
@Singleton
@Answers(Route.USER_CREATE)
final class CreateUser implements RequestHandler<CreateUser.Request> {

    record Request(
            @JsonProperty("organization_id") @Nullable OrganizationId organizationId,
            @NotNull(message = "INCORRECT_LOGIN")
                    @Size(min = 3, max = 40, message = "INCORRECT_LOGIN")
                    String login,
            @NotNull(message = "INCORRECT_PASSWORD")
                    @Size(min = 3, max = 40, message = "INCORRECT_PASSWORD")
                    String password,
            @Size(min = 1, max = EmailPattern.MAX_LENGTH) @Nullable String email,
            @Size(min = 3, max = 15) @Nullable String phone,
            @JsonProperty("first_name") @Size(min = 1, max = 20) @Nullable String firstName,
            @JsonProperty("last_name") @Size(min = 1, max = 20) @Nullable String lastName) {

        Profile profile() {
            return new Profile(login, email, phone, firstName, lastName, null);
        }
    }

    record Reply(@JsonProperty("user") User user) {}

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
    public Outcome handle(Command<Request> command) {
        var organization = organizationFor(command.request());
        var account =
                accounts.find(organization, new UserId(command.mintedId()))
                        .orElseGet(() -> open(command, organization));
        return Outcome.reply(new Reply(account.user())).publish(account.saved());
    }

    private Account open(Command<Request> command, OrganizationId organization) {
        attempts.count(command.clientAddress());
        var request = command.request();
        var account =
                Account.opened(
                        new UserId(command.mintedId()),
                        organization,
                        request.profile(),
                        passwords.hash(request.password()),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        command.position());
        return accounts.addOnce(account).orElseThrow(() -> new Rejection(USER_ALREADY_EXISTS));
    }

    private OrganizationId organizationFor(Request request) {
        var organization = config.orDefault(request.organizationId());
        if (!organizations.includes(organization)) {
            throw new Rejection(ORG_NOT_FOUND);
        }
        return organization;
    }
}

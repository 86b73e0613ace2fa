package parlance.user.account;

import static parlance.contracts.ErrorCode.USER_ALREADY_EXISTS;
import static parlance.contracts.ErrorCode.USER_LOGIN_OR_PASS;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.file.ImageRef;
import parlance.contracts.session.EndSessions;
import parlance.contracts.user.EmailPattern;
import parlance.contracts.user.User;
import parlance.internalapi.file.ImageUrls;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;

/** Changes what users say of themselves, and their password. */
@Singleton
@HandlesRoute(Route.USER_EDIT)
final class EditUser implements RequestHandler<EditUser.Request> {

    record Request(
            @JsonProperty("current_password") @Nullable String currentPassword,
            @JsonProperty("new_password") @Size(min = 3, max = 40) @Nullable String newPassword,
            @Size(min = 1, max = EmailPattern.MAX_LENGTH)
                    @Pattern(regexp = EmailPattern.REGEX, message = EmailPattern.MESSAGE)
                    @Nullable String email,
            @Size(min = 3, max = 15) @Nullable String phone,
            @Size(min = 3, max = 40) @Nullable String login,
            @JsonProperty("first_name") @Size(min = 1, max = 20) @Nullable String firstName,
            @JsonProperty("last_name") @Size(min = 1, max = 20) @Nullable String lastName,
            @JsonProperty("avatar_object") @Valid @Nullable ImageRef avatar) {

        Profile appliedTo(Profile profile) {
            return new Profile(
                    login == null ? profile.login() : login,
                    email == null ? profile.email() : email,
                    phone == null ? profile.phone() : phone,
                    firstName == null ? profile.firstName() : firstName,
                    lastName == null ? profile.lastName() : lastName,
                    avatar == null ? profile.avatar() : avatar);
        }
    }

    /** Some clients read {@code id}, others {@code _id}. */
    record EditedUser(@JsonUnwrapped User user, @JsonProperty("id") UserId id) {}

    record Reply(@JsonProperty("user") EditedUser user) {}

    private final AccountStore accounts;
    private final OptimisticRetry retry;
    private final PasswordChanges passwords;
    private final ImageUrls imageUrls;
    private final SessionCutStore sessions;
    private final Clock clock;

    EditUser(
            AccountStore accounts,
            OptimisticRetry retry,
            PasswordChanges passwords,
            ImageUrls imageUrls,
            SessionCutStore sessions,
            Clock clock) {
        this.accounts = accounts;
        this.retry = retry;
        this.passwords = passwords;
        this.imageUrls = imageUrls;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var caller = command.caller();
        var edited = retry.run("accounts", () -> tryToEdit(command, caller));
        var reply = new Reply(new EditedUser(edited.user(), edited.id()));
        var handlerResult = HandlerResult.reply(reply).publish(edited.saved());
        if (command.request().newPassword() == null) {
            return handlerResult;
        }
        sessions.untilNow(caller.userId(), caller.sessionId());
        return handlerResult.forward(Route.END_SESSIONS, caller.userId().value(), others(caller));
    }

    /** Empty if the account was changed by another writer since it was read. */
    private Optional<Account> tryToEdit(Command<Request> command, Caller caller) {
        var account =
                accounts.find(caller.organizationId(), caller.userId())
                        .orElseThrow(() -> new Rejection(USER_LOGIN_OR_PASS));
        if (account.knows(command.position())) {
            return Optional.of(account);
        }
        var changed = changed(account, command);
        return switch (accounts.replace(changed)) {
            case DONE -> Optional.of(changed);
            case TAKEN -> throw new Rejection(USER_ALREADY_EXISTS);
            case OVERTAKEN -> Optional.empty();
        };
    }

    private Account changed(Account account, Command<Request> command) {
        var request = command.request();
        if (request.login() != null) {
            accounts.refuseLookAlike(account.organizationId(), account.id(), request.login());
        }
        var passwordHash = passwordHash(account, command);
        if (request.avatar() != null) {
            imageUrls.grantAccess(request.avatar(), command.caller(), null);
        }
        return account.changed(
                request.appliedTo(account.profile()),
                passwordHash,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                command.position());
    }

    private String passwordHash(Account account, Command<Request> command) {
        var request = command.request();
        return request.newPassword() == null
                ? account.passwordHash()
                : passwords.accept(
                        account,
                        request.currentPassword(),
                        request.newPassword(),
                        command.deadline());
    }

    /** They signed in with the old password. */
    private static EndSessions others(Caller caller) {
        return new EndSessions(caller.organizationId(), caller.userId(), caller.sessionId());
    }
}

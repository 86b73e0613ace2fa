package parlance.auth.otp;

import static parlance.contracts.ErrorCode.INCORRECT_OTP_TOKEN;
import static parlance.contracts.ErrorCode.USER_NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import parlance.auth.account.Accounts;
import parlance.auth.session.SessionRevoker;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.user.EmailPattern;
import parlance.internalapi.user.NewPassword;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.OrganizationSettings;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/**
 * Sets a new password for a client that has the code that was mailed, and ends all sessions of the
 * user. If another service fails in between, the same code is good for another try.
 */
@Singleton
@HandlesRoute(Route.USER_RESET_PASSWORD)
final class ResetPassword implements RequestHandler<ResetPassword.Request> {

    record Request(
            @JsonProperty("organization_id") @Nullable OrganizationId organizationId,
            @NotNull
                    @Size(min = 1, max = EmailPattern.MAX_LENGTH)
                    @Pattern(regexp = EmailPattern.REGEX, message = EmailPattern.MESSAGE)
                    String email,
            @JsonProperty("device_id") @NotNull DeviceId deviceId,
            @JsonProperty("token") @NotNull RecoveryCode code,
            @JsonProperty("new_password") @NotNull @Size(min = 3, max = 40) String newPassword) {

        /** Without the password, which must not reach a log. */
        @Override
        public String toString() {
            return "Request[deviceId=" + deviceId + "]";
        }
    }

    private final Accounts accounts;
    private final OrganizationSettings organizations;
    private final RecoveryLimits limits;
    private final RecoveryCodes codes;
    private final SessionRevoker sessionRevoker;

    ResetPassword(
            Accounts accounts,
            OrganizationSettings organizations,
            RecoveryLimits limits,
            RecoveryCodes codes,
            SessionRevoker sessionRevoker) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.limits = limits;
        this.codes = codes;
        this.sessionRevoker = sessionRevoker;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var request = command.request();
        var organization = organizations.orDefault(request.organizationId());
        limits.countGuess(command.clientAddress());
        var user =
                accounts.findByEmail(organization, request.email())
                        .orElseThrow(() -> new Rejection(USER_NOT_FOUND));
        var password = new NewPassword(organization, user.id(), request.newPassword());
        if (!codes.redeem(user.id(), request.code(), command.position(), () -> set(password))) {
            throw new Rejection(INCORRECT_OTP_TOKEN);
        }
        return HandlerResult.success();
    }

    private void set(NewPassword password) {
        accounts.setPassword(password);
        // Last: a client that knew only the old password cannot come back.
        sessionRevoker.endAll(password.organizationId(), password.userId(), null);
    }
}

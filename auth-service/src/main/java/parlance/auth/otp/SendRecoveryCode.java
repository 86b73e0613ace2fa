package parlance.auth.otp;

import static parlance.contracts.ErrorCode.USER_NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import parlance.auth.account.Accounts;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.user.EmailPattern;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.OrganizationSettings;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/**
 * Mails a code to a user who forgot the password; the code before it is good for nothing from then
 * on. The protocol wants USER_NOT_FOUND for an address that no user has, and so tells who has an
 * account; limits keep a client from asking for many.
 */
@Singleton
@HandlesRoute(Route.USER_SEND_OTP)
final class SendRecoveryCode implements RequestHandler<SendRecoveryCode.Request> {

    record Request(
            @JsonProperty("organization_id") @Nullable OrganizationId organizationId,
            @NotNull
                    @Size(min = 1, max = EmailPattern.MAX_LENGTH)
                    @Pattern(regexp = EmailPattern.REGEX, message = EmailPattern.MESSAGE)
                    String email,
            @JsonProperty("device_id") @Nullable DeviceId deviceId) {}

    private final Accounts accounts;
    private final OrganizationSettings organizations;
    private final RecoveryLimits limits;
    private final RecoveryCodes codes;
    private final MailClient mails;
    private final OtpConfig config;

    SendRecoveryCode(
            Accounts accounts,
            OrganizationSettings organizations,
            RecoveryLimits limits,
            RecoveryCodes codes,
            MailClient mails,
            OtpConfig config) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.limits = limits;
        this.codes = codes;
        this.mails = mails;
        this.config = config;
    }

    /** The second time there is a second mail, and its code is the one that counts. */
    @Override
    public HandlerResult handle(Command<Request> command) {
        var request = command.request();
        var organization = organizations.orDefault(request.organizationId());
        limits.countCode(organization, request.email(), command.clientAddress());
        var user =
                accounts.findByEmail(organization, request.email())
                        .orElseThrow(() -> new Rejection(USER_NOT_FOUND));
        mails.requireServer();
        mails.send(request.email(), codes.issue(user.id()), config.otpTtl());
        return HandlerResult.success();
    }
}

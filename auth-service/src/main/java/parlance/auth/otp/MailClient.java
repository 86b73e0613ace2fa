package parlance.auth.otp;

import static parlance.contracts.ErrorCode.MISSING_OTP_SENDER_SERVICE;
import static parlance.contracts.ErrorCode.SERVICE_UNAVAILABLE;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import parlance.kit.Rejection;

/** The mailer, if there is one. */
@Singleton
class MailClient {

    private static final Logger LOG = Logger.getLogger(MailClient.class);

    private final Mailer mailer;
    private final MailConfig config;

    MailClient(Mailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    /**
     * @throws Rejection if this deployment sends no mails
     */
    void requireServer() {
        if (!config.isComplete()) {
            throw new Rejection(MISSING_OTP_SENDER_SERVICE);
        }
    }

    /**
     * Returns once the server has the mail.
     *
     * @throws Rejection if it does not take it
     */
    void send(String address, RecoveryCode code, Duration goodFor) {
        var text =
                """
                Your code is %s. It sets a new password, once, within %d minutes.

                If you did not ask for it, ignore this mail: your password is unchanged.
                """
                        .formatted(code.digits(), Math.max(1, goodFor.toMinutes()));
        try {
            mailer.send(Mail.withText(address, "Your code for a new password", text));
        } catch (RuntimeException refused) {
            // Not the whole failure: it may name the address.
            LOG.errorf("recovery_mail_failed cause=%s", refused.getClass().getName());
            throw new Rejection(SERVICE_UNAVAILABLE);
        }
    }
}

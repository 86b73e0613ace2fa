package parlance.auth.otp;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.kit.limit.RateLimitStore;

/** Keeps people from filling a mailbox, and from guessing codes one user after the other. */
@Singleton
class RecoveryLimits {

    private final RateLimitStore limits;
    private final OtpConfig.Otp config;

    RecoveryLimits(RateLimitStore limits, OtpConfig config) {
        this.limits = limits;
        this.config = config.otp();
    }

    /**
     * To be called whether or not a user has this e-mail address.
     *
     * @param clientAddress where the request comes from, if that is known
     * @throws parlance.kit.Rejection after too many
     */
    void countCode(OrganizationId organizationId, String email, @Nullable String clientAddress) {
        limits.takeFrom("otp-address", clientAddress, config.address());
        var account = organizationId + "/" + email.toLowerCase(Locale.ROOT);
        limits.take("otp-account", account, config.account());
    }

    /** See {@link #countCode}; the guesses at one user's code are counted with the code. */
    void countGuess(@Nullable String clientAddress) {
        limits.takeFrom("otp-guess-address", clientAddress, config.address());
    }
}

package parlance.user.account;

import static parlance.contracts.ErrorCode.INCORRECT_CURRENT_PASSWORD;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.kit.Rejection;
import parlance.kit.limit.RateLimitStore;
import parlance.user.password.Passwords;

/**
 * A new password for a user who knows the old one. Tries are limited: a person at another's open
 * session could find it out here.
 */
@Singleton
class PasswordChanges {

    private final Passwords passwords;
    private final RateLimitStore limits;
    private final PasswordChangeConfig config;

    PasswordChanges(Passwords passwords, RateLimitStore limits, PasswordChangeConfig config) {
        this.passwords = passwords;
        this.limits = limits;
        this.config = config;
    }

    /**
     * The hash of the next password.
     *
     * @throws Rejection if the current one is not that, after too many tries, or if there is no
     *     time for it before the deadline
     */
    String accept(Account account, @Nullable String current, String next, Instant deadline) {
        limits.take("password-change", account.id().value(), config);
        if (current == null || !passwords.matches(current, account.passwordHash(), deadline)) {
            throw new Rejection(INCORRECT_CURRENT_PASSWORD);
        }
        return passwords.hash(next, deadline);
    }
}

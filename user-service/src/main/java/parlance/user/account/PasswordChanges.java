package parlance.user.account;

import static parlance.contracts.ErrorCode.INCORRECT_CURRENT_PASSWORD;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import parlance.kit.Rejection;
import parlance.kit.limit.RateLimitStore;
import parlance.user.password.Passwords;

/**
 * A new password for whoever knows the old one. Tries are limited, or somebody at another's open
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
     * @throws Rejection if the current one is not that, or after too many tries
     */
    String accept(Account account, @Nullable String current, String next) {
        limits.take("password-change", account.id().value(), config);
        if (current == null || !passwords.matches(current, account.passwordHash())) {
            throw new Rejection(INCORRECT_CURRENT_PASSWORD);
        }
        return passwords.hash(next);
    }
}

package parlance.user.account;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import parlance.kit.limit.RateLimitStore;

/** Keeps one address from opening accounts by the thousand. */
@Singleton
class SignUpAttempts {

    private final RateLimitStore limits;
    private final SignUpConfig config;

    SignUpAttempts(RateLimitStore limits, SignUpConfig config) {
        this.limits = limits;
        this.config = config;
    }

    /**
     * @param address where the attempt comes from, if that is known
     * @throws parlance.kit.Rejection after too many
     */
    void count(@Nullable String address) {
        limits.takeFrom("sign-up", address, config);
    }
}

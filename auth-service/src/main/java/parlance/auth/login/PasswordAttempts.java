package parlance.auth.login;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import parlance.auth.AuthConfig;
import parlance.contracts.user.FoldedText;
import parlance.internalapi.user.Credentials;
import parlance.kit.limit.RateLimitStore;

/** Keeps people from trying passwords one after the other. */
@Singleton
class PasswordAttempts {

    private final RateLimitStore limits;
    private final AuthConfig.Attempts config;

    PasswordAttempts(RateLimitStore limits, AuthConfig config) {
        this.limits = limits;
        this.config = config.attempts();
    }

    /**
     * To be called before the password is looked at, so that time tells nothing either.
     *
     * @param address where the attempt comes from, if that is known
     * @throws parlance.kit.Rejection after too many
     */
    void count(Credentials credentials, @Nullable String address) {
        // All spellings that sign in to the account are counted together.
        var account = credentials.organizationId() + "/" + FoldedText.of(credentials.login());
        limits.takeFrom("login-address", address, config.address());
        limits.take("login-account", account, config.account());
    }
}

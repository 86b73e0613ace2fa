package parlance.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import parlance.kit.limit.Limit;

/** Keys and lifetimes. Without the keys the service does not start. */
@ConfigMapping(prefix = "parlance.auth")
public interface AuthConfig {

    /**
     * JWK set of RSA private keys. The first signs; all are published, so that tokens signed with
     * an earlier key stay valid.
     */
    String signingKeys();

    /** Signs the refresh cookie. */
    String cookieSecret();

    /** Whether browsers send the cookie over TLS only; by default everywhere but in local mode. */
    Optional<Boolean> cookieSecure();

    Access access();

    Refresh refresh();

    /** How often a password may be tried. */
    Attempts attempts();

    interface Attempts {
        /** For one login, wherever the attempts come from. */
        Limit account();

        /** From one address, whatever the login. */
        AddressLimit address();
    }

    interface AddressLimit extends Limit {
        /** Many people may sit behind one address. */
        @Override
        @WithDefault("50")
        int burst();

        /** After those, one more is let through in this time. */
        @Override
        @WithDefault("3s")
        Duration every();
    }

    interface Access {
        /** An access token signs in for this long. */
        @WithDefault("10800s")
        Duration lifetime();
    }

    interface Refresh {
        /** Without a sign-in for this long, the password is asked for again. */
        @WithDefault("1209600s")
        Duration lifetime();

        /** A replaced refresh token is still taken for this long, as clients repeat requests. */
        @WithDefault("60s")
        Duration grace();
    }
}

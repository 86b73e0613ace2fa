package parlance.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
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

    /** Whether browsers send the cookie over TLS only; not so in local mode. */
    @WithDefault("true")
    boolean cookieSecure();

    /** Lax, Strict or None: whether pages of other sites get the cookie; None needs it secure. */
    @WithDefault("Lax")
    SameSite cookieSameSite();

    enum SameSite {
        LAX("Lax"),
        STRICT("Strict"),
        NONE("None");

        private final String attribute;

        SameSite(String attribute) {
            this.attribute = attribute;
        }

        /** As it stands in Set-Cookie. */
        public String attribute() {
            return attribute;
        }
    }

    Access access();

    Sessions sessions();

    /** How many sessions there may be; the longest unused one ends first. */
    interface Sessions {
        /** With one device id. */
        @WithDefault("20")
        int perDevice();

        /** On all devices together. */
        @WithDefault("100")
        int perUser();
    }

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

        /**
         * A refresh token is good until its successor has been used. It is still taken for this
         * long after that, as clients repeat requests.
         */
        @WithDefault("60s")
        Duration grace();
    }
}

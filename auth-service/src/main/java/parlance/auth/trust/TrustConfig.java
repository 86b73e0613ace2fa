package parlance.auth.trust;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import parlance.kit.limit.Limit;

/** How the tokens of trusted issuers are checked. */
@ConfigMapping(prefix = "parlance.auth.trust")
interface TrustConfig {

    /**
     * Hosts of issuers whose keys may be fetched without TLS and from a private address; none by
     * default. In local mode all may.
     */
    Optional<Set<String>> privateHosts();

    /** An issuer's keys are there within this time, or nobody signs in by them. */
    @WithDefault("3s")
    Duration keysTimeout();

    /** An issuer's keys are fetched again after this long, and at once for a key that is new. */
    @WithDefault("10m")
    Duration keysLifetime();

    /** How often a token may be shown from one address. */
    Shown address();

    interface Shown extends Limit {
        /** Many people may sit behind one address. */
        @Override
        @WithDefault("50")
        int burst();

        /** After those, one more is let through in this time. */
        @Override
        @WithDefault("1s")
        Duration every();
    }
}

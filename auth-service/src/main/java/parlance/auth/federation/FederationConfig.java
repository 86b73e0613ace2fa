package parlance.auth.federation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import parlance.kit.limit.Limit;

/** How the tokens of trusted issuers are checked. */
@ConfigMapping(prefix = "parlance.auth.trust")
public interface FederationConfig {

    /**
     * Hosts of issuers whose keys may be fetched without TLS and from a private address; none by
     * default.
     */
    Optional<Set<String>> privateHosts();

    /** Whether keys may be fetched so from every host; true in local mode only. */
    @WithDefault("false")
    boolean anyHost();

    /** An issuer's keys are there within this time, or its tokens sign no one in. */
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

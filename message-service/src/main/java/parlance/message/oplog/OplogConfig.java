package parlance.message.oplog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The operations log. */
@ConfigMapping(prefix = "parlance.oplog")
interface OplogConfig {

    /** How long an entry is kept, and shown. A change holds for what is logged from then on. */
    @WithDefault("14d")
    Duration ttl();

    /**
     * Added to the numbers of new entries. To be raised above the highest number given so far when
     * the topic {@code deliveries.offline} has been created anew, for its offsets begin at 0 again.
     */
    @WithDefault("0")
    long base();
}

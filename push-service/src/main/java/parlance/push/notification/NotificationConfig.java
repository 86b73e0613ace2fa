package parlance.push.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When notifications are sent, and how many at a time. */
@ConfigMapping(prefix = "parlance.push")
interface NotificationConfig {

    /** Time to read a message on another device, which then needs no notification. */
    @WithDefault("2s")
    Duration delay();

    /** A notification that could not be brought within this time is not worth bringing. */
    @WithDefault("24h")
    Duration ttl();

    /** The most that one replica sends to one provider at the same time. */
    @WithDefault("64")
    int concurrency();

    /** How often a replica looks for what is due. */
    @WithDefault("250ms")
    Duration poll();

    /**
     * After the first failure; twice as long after each further one, up to {@link #longestBackOff}.
     */
    @WithDefault("2s")
    Duration firstBackOff();

    /** The longest between two attempts, unless the provider asks for more. */
    @WithDefault("5m")
    Duration longestBackOff();
}

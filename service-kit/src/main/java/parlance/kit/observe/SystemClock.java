package parlance.kit.observe;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * The one place that reads the machine's time; everything else is given a {@link Clock}. It ticks
 * in milliseconds, the precision of times in MongoDB, on Kafka and in packets, so that a time is
 * the same before it was stored.
 */
final class SystemClock {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}

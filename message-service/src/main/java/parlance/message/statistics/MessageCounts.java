package parlance.message.statistics;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parlance.message.document.HistoryStore;

/**
 * How many messages the last whole minute, hour and day brought, by UTC. Counted in the messages'
 * ids, so that sending costs nothing and every replica says the same; once for each, as what is
 * over does not change.
 */
@Singleton
final class MessageCounts {

    /** By then a message of a window that is over has been stored. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private record Window(Instant end, @Nullable Long count) {}

    private final HistoryStore history;
    private final Clock clock;
    private final Map<ChronoUnit, Window> last = new ConcurrentHashMap<>();

    MessageCounts(HistoryStore history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** Nothing before the first whole one in the life of this deployment. */
    @Nullable Long lastWhole(ChronoUnit unit) {
        var now = clock.instant();
        var end = now.truncatedTo(unit);
        var known = last.get(unit);
        if (known != null && known.end().equals(end)) {
            return known.count();
        }
        var count = count(end.minus(1, unit), end);
        if (now.isAfter(end.plus(SETTLED))) {
            last.put(unit, new Window(end, count));
        }
        return count;
    }

    private @Nullable Long count(Instant from, Instant to) {
        var isWhole = history.beginning().filter(first -> !first.isAfter(from)).isPresent();
        return isWhole ? history.countMinted(from, to) : null;
    }
}

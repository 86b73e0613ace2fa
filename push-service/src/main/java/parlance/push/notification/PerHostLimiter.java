package parlance.push.notification;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many are on their way to each host, so that one that hangs leaves room for the others. */
final class PerHostLimiter {

    private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();
    private final int limit;

    PerHostLimiter(int limit) {
        this.limit = limit;
    }

    /** Whether there was room; then {@link #leave} follows. */
    boolean enter(String host) {
        var now = underWay.merge(host, 1, Integer::sum);
        if (now > limit) {
            leave(host);
            return false;
        }
        return true;
    }

    void leave(String host) {
        underWay.computeIfPresent(host, (_, count) -> count == 1 ? null : count - 1);
    }
}

package parlance.message.oplog;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import parlance.contracts.UserId;

/**
 * The times of a batch of entries: for each user every one later than the one before, so that a
 * client that goes on from the last it has seen misses nothing. For one thread.
 */
final class MonotonicTimestamps {

    private final Instant before;
    private final Map<UserId, Instant> lastOfUser = new HashMap<>();
    private Instant last;

    /**
     * @param before no entry of these users is later
     */
    MonotonicTimestamps(Instant before) {
        this.before = before;
        this.last = before;
    }

    /**
     * @param at the earliest that it may be; in milliseconds, as the answer shows it
     */
    Instant next(UserId user, Instant at) {
        var earliest = lastOfUser.getOrDefault(user, before).plusMillis(1);
        var time = at.isBefore(earliest) ? earliest : at;
        lastOfUser.put(user, time);
        last = last.isBefore(time) ? time : last;
        return time;
    }

    /** The latest given. */
    Instant last() {
        return last;
    }
}

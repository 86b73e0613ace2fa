package parlance.gateway.session;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parlance.contracts.Caller;
import parlance.contracts.SessionId;

/**
 * The sessions that are over although their access tokens are not: as told by events, and as stands
 * in Redis, which knows the latest and may have lost the rest.
 */
@Singleton
final class Revocations {

    /** No access token lives longer; the topic of session events keeps as much. */
    private static final Duration LONGEST_TOKEN = Duration.ofHours(4);

    private static final int PRUNE_EVERY = 1_000;

    private final RevocationStore store;
    private final Clock clock;
    private final Map<SessionId, Instant> told = new ConcurrentHashMap<>();

    Revocations(RevocationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void add(SessionId session, Instant at) {
        told.put(session, at);
        if (told.size() % PRUNE_EVERY == 0) {
            var forgotten = clock.instant().minus(LONGEST_TOKEN);
            told.values().removeIf(time -> time.isBefore(forgotten));
        }
    }

    boolean include(Caller caller) {
        return told.containsKey(caller.sessionId()) || store.includes(caller);
    }
}

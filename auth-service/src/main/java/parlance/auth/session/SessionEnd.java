package parlance.auth.session;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.contracts.session.SessionEvent.SessionRevoked;
import parlance.kit.publish.Events;

/**
 * Ends sessions. When this returns every gateway knows, or learns before it signs anybody in. A
 * session that was ended before is ended again: whoever was interrupted in the middle repeats it.
 */
@Singleton
public class SessionEnd {

    private final SessionStore store;
    private final RevocationStore revocations;
    private final Events events;
    private final Clock clock;

    SessionEnd(SessionStore store, RevocationStore revocations, Events events, Clock clock) {
        this.store = store;
        this.revocations = revocations;
        this.events = events;
        this.clock = clock;
    }

    /** All sessions of a user, but for one if it is named. */
    public void endAll(OrganizationId organizationId, UserId userId, @Nullable SessionId except) {
        store.find(organizationId, userId).stream()
                .filter(session -> !session.id().equals(except))
                .forEach(session -> end(userId, session.id()));
    }

    public void end(UserId userId, SessionId id) {
        store.markEnded(id);
        revocations.add(id);
        events.publish(new SessionRevoked(userId, id, clock.instant()));
        store.remove(id);
    }
}

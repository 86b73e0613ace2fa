package parlance.auth.session;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.contracts.session.SessionEvent.SessionRevoked;
import parlance.kit.publish.Events;

/**
 * Ends sessions. When this returns every gateway knows of it, or learns of it before it lets a
 * token of the session in. A session that was ended before is ended again, as the first attempt may
 * have been interrupted.
 */
@Singleton
public class SessionRevoker {

    private final SessionStore store;
    private final RevocationStore revocations;
    private final Events events;
    private final Clock clock;

    SessionRevoker(SessionStore store, RevocationStore revocations, Events events, Clock clock) {
        this.store = store;
        this.revocations = revocations;
        this.events = events;
        this.clock = clock;
    }

    /** All sessions of a user, but for one if it is named. */
    public void endAll(OrganizationId organizationId, UserId userId, @Nullable SessionId except) {
        var ids =
                store.find(organizationId, userId).stream()
                        .map(Session::id)
                        .filter(id -> !id.equals(except))
                        .toList();
        end(userId, ids);
    }

    public void end(UserId userId, SessionId id) {
        end(userId, List.of(id));
    }

    /** A few requests, however many sessions there are. */
    void end(UserId userId, List<SessionId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        store.markEnded(ids);
        revocations.add(ids);
        var now = clock.instant();
        events.publishAll(ids.stream().map(id -> new SessionRevoked(userId, id, now)).toList());
        store.remove(ids);
    }
}

package parlance.gateway.session;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import parlance.contracts.session.SessionEvent;
import parlance.contracts.session.SessionEvent.SessionRevoked;
import parlance.kit.EventBatch;
import parlance.kit.HandlerResult;
import parlance.kit.ReceivedEvent;

/**
 * Hears of every session that ends. The gateway is ready once it has heard of all that ended
 * before: a process that is just starting must not let them in again.
 */
@Singleton
final class RevocationListener {

    private final Revocations revocations;
    private final ConnectionSessions connectionSessions;

    RevocationListener(Revocations revocations, ConnectionSessions connectionSessions) {
        this.revocations = revocations;
        this.connectionSessions = connectionSessions;
    }

    @Incoming("session-events")
    @RunOnVirtualThread
    void receive(EventBatch batch) {
        batch.processEach(SessionEvent.class, this::hear);
    }

    private HandlerResult hear(ReceivedEvent<SessionEvent> received) {
        switch (received.event()) {
            case SessionRevoked(_, var session, var at) -> {
                revocations.add(session, at);
                connectionSessions.revoke(session);
            }
        }
        return HandlerResult.noReply();
    }
}

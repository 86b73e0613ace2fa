package parlance.gateway.session;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Topic;
import parlance.contracts.session.SessionEvent;
import parlance.contracts.session.SessionEvent.SessionRevoked;
import parlance.kit.consume.EventTail;
import parlance.kit.consume.EventTails;

/**
 * Hears of every session that ends. Ready once it has heard of all that ended before: a process
 * that is just starting must not let them in again.
 */
@Readiness
@Singleton
final class SessionEndings implements HealthCheck {

    private final EventTails tails;
    private final Revocations revocations;
    private final Sessions sessions;

    private volatile @Nullable EventTail<SessionEvent> tail;

    SessionEndings(EventTails tails, Revocations revocations, Sessions sessions) {
        this.tails = tails;
        this.revocations = revocations;
        this.sessions = sessions;
    }

    void start(@Observes StartupEvent event) {
        tail = tails.follow(Topic.SESSION_EVENTS, SessionEvent.class, this::hear);
    }

    void stop(@Observes ShutdownEvent event) {
        var started = tail;
        if (started != null) {
            started.stop();
        }
    }

    private void hear(SessionEvent event) {
        switch (event) {
            case SessionRevoked(_, var session, var at) -> {
                revocations.add(session, at);
                sessions.revoke(session);
            }
        }
    }

    @Override
    public HealthCheckResponse call() {
        var started = tail;
        return HealthCheckResponse.named("sessions")
                .status(started != null && started.isCaughtUp())
                .build();
    }
}

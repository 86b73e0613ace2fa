package parlance.gateway.socket;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.inbox.HandBack;
import parlance.gateway.session.Sessions;

/**
 * What is left to do for a connection that takes nothing more. The order matters: first nobody
 * addresses it any more, then what it did not get is handed back.
 */
@Singleton
final class Farewells {

    /** A client that has not said goodbye by then has not read everything either. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sessions sessions;
    private final HandBack handBack;
    private final Connections connections;
    private final MeterRegistry metrics;

    Farewells(
            Sessions sessions, HandBack handBack, Connections connections, MeterRegistry metrics) {
        this.sessions = sessions;
        this.handBack = handBack;
        this.connections = connections;
        this.metrics = metrics;
    }

    void begin(Connection connection) {
        var reason = connection.closeReason().map(CloseReason::kind).orElse("client");
        metrics.counter("parlance_connections_closed", "reason", reason).increment();
        Thread.ofVirtual().name("farewell").start(() -> take(connection));
    }

    private void take(Connection connection) {
        try {
            sessions.signOut(connection, Cause.CLOSED);
            handBack.sendLeftovers(connection, connection.awaitEnd(PATIENCE));
            connections.remove(connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package parlance.gateway.socket;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.inbox.OfflineFallback;
import parlance.gateway.session.ConnectionSessions;

/**
 * What is left to do for a connection that takes nothing more. The order matters: first nobody
 * addresses it any more, then what it did not get is handed back.
 */
@Singleton
final class DisconnectHandler {

    /** A client that has not said goodbye by then has not read everything either. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConnectionSessions connectionSessions;
    private final OfflineFallback offlineFallback;
    private final Connections connections;
    private final MeterRegistry metrics;

    DisconnectHandler(
            ConnectionSessions connectionSessions,
            OfflineFallback offlineFallback,
            Connections connections,
            MeterRegistry metrics) {
        this.connectionSessions = connectionSessions;
        this.offlineFallback = offlineFallback;
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
            connectionSessions.signOut(connection, Cause.CLOSED);
            offlineFallback.sendLeftovers(connection, connection.awaitEnd(PATIENCE));
            connections.remove(connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

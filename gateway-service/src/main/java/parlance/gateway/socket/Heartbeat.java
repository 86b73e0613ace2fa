package parlance.gateway.socket;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import parlance.gateway.GatewayConfig;
import parlance.gateway.command.Deadlines;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;

/** Goes round all connections: who is still there, who stays too long, who waits in vain. */
@Singleton
final class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private static final Duration ROUND = Duration.ofMillis(100);
    private static final String PROBE = "{\"response\":{\"ping\":{}}}";

    private final Connections connections;
    private final Deadlines deadlines;
    private final GatewayConfig.Socket config;
    private final Duration longestHold;
    private final Duration pingInterval;
    private final Thread thread = Thread.ofVirtual().name("heartbeat").unstarted(this::run);

    Heartbeat(Connections connections, Deadlines deadlines, GatewayConfig config) {
        this.connections = connections;
        this.deadlines = deadlines;
        this.config = config.socket();
        this.longestHold = config.gateway().hold();
        this.pingInterval = config.socket().idleTimeout().dividedBy(3);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(ROUND);
                connections.all().stream().filter(Connection::isOpen).forEach(this::visit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void visit(Connection connection) {
        try {
            deadlines.enforce(connection);
            connection.releaseIfHeldFor(longestHold);
            closeIfOverdue(connection);
            askForLife(connection);
        } catch (RuntimeException e) {
            LOG.errorf(e, "heartbeat_failed connection=%s", connection.id());
        }
    }

    private void closeIfOverdue(Connection connection) {
        var vitals = connection.vitals();
        var maxAge = config.maxAge();
        if (vitals.isSilentFor(config.idleTimeout())) {
            connection.close(CloseReason.IDLE);
        } else if (connection.caller() == null
                && vitals.isSessionOlderThan(config.authenticationTimeout())) {
            connection.close(CloseReason.UNAUTHENTICATED);
        } else if (maxAge.isPresent() && vitals.isOlderThan(maxAge.get())) {
            var delay = ThreadLocalRandom.current().nextLong(pingInterval.toMillis());
            connection.close(CloseReason.comeBackAfter(Duration.ofMillis(delay)));
        }
    }

    private void askForLife(Connection connection) {
        var vitals = connection.vitals();
        if (vitals.takePingDue(pingInterval)) {
            connection.ping();
        }
        var probeInterval = config.probeInterval();
        if (probeInterval.isPresent() && vitals.takeProbeDue(probeInterval.get())) {
            connection.send(PROBE);
        }
    }
}

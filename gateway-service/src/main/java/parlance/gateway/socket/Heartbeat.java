package parlance.gateway.socket;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.reply.ReplyTimeouts;

/** Goes round all connections: who is still there, who stays too long, who waits in vain. */
@Singleton
final class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private static final Duration ROUND = Duration.ofMillis(100);
    private static final String PROBE = "{\"response\":{\"ping\":{}}}";

    private final Connections connections;
    private final ReplyTimeouts replyTimeouts;
    private final GatewayConfig.Socket config;
    private final Duration longestHold;
    private final Duration pingInterval;
    private final Thread thread = Thread.ofVirtual().name("heartbeat").unstarted(this::run);

    Heartbeat(Connections connections, ReplyTimeouts replyTimeouts, GatewayConfig config) {
        this.connections = connections;
        this.replyTimeouts = replyTimeouts;
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
                enforceTimeouts();
                connections.all().stream().filter(Connection::isOpen).forEach(this::visit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enforceTimeouts() {
        try {
            replyTimeouts.enforce();
        } catch (RuntimeException e) {
            LOG.error("timeouts_failed", e);
        }
    }

    void visit(Connection connection) {
        try {
            connection.outbound().releaseIfHeldFor(longestHold);
            closeIfOverdue(connection);
            askForLife(connection);
        } catch (RuntimeException e) {
            LOG.errorf(e, "heartbeat_failed connection=%s", connection.id());
        }
    }

    private void closeIfOverdue(Connection connection) {
        var activity = connection.activity();
        var maxAge = config.maxAge();
        if (activity.isSilentFor(config.idleTimeout())
                || activity.owesPongFor(config.idleTimeout().multipliedBy(2))) {
            connection.close(CloseReason.IDLE);
        } else if (connection.session().caller() == null
                && connection.session().isOlderThan(config.authenticationTimeout())) {
            connection.close(CloseReason.UNAUTHENTICATED);
        } else if (maxAge.isPresent() && activity.isOlderThan(maxAge.get())) {
            var delay = ThreadLocalRandom.current().nextLong(pingInterval.toMillis());
            connection.close(CloseReason.comeBackAfter(Duration.ofMillis(delay)));
        }
    }

    private void askForLife(Connection connection) {
        var activity = connection.activity();
        if (activity.takePingDue(pingInterval)) {
            connection.outbound().ping();
        }
        var probeInterval = config.probeInterval();
        if (probeInterval.isPresent() && activity.takeProbeDue(probeInterval.get())) {
            connection.outbound().send(PROBE);
        }
    }
}

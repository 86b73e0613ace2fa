package parlance.gateway.socket;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.inbox.InboxLeaseLoop;
import parlance.gateway.registry.ConnectionEvents;
import parlance.gateway.reply.PendingReplies;

/**
 * How the process takes leave: nobody is let in, replies that are waited for are written, clients
 * are sent to other gateways a few at a time, and the inbox is given back.
 */
@Singleton
final class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);

    private static final int SLICES = 10;
    private static final Duration FAREWELL_PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final UpgradeCheck upgradeCheck;
    private final Connections connections;
    private final PendingReplies pendingReplies;
    private final ConnectionEvents events;
    private final InboxLeaseLoop inbox;
    private final GatewayConfig.Drain config;
    private final AtomicBoolean begun = new AtomicBoolean();

    Drain(
            UpgradeCheck upgradeCheck,
            Connections connections,
            PendingReplies pendingReplies,
            ConnectionEvents events,
            InboxLeaseLoop inbox,
            GatewayConfig config) {
        this.upgradeCheck = upgradeCheck;
        this.connections = connections;
        this.pendingReplies = pendingReplies;
        this.events = events;
        this.inbox = inbox;
        this.config = config.gateway().drain();
    }

    /** While readiness is down already, and everything else still works. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
        leave(config.patience(), config.period());
    }

    /** Where there was no time for the above. */
    void leave(@Observes ShutdownEvent event) throws InterruptedException {
        leave(Duration.ZERO, Duration.ZERO);
    }

    private void leave(Duration patience, Duration period) throws InterruptedException {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        LOG.infof("drain_begins connections=%d", connections.count());
        upgradeCheck.close();
        await(pendingReplies::isEmpty, patience);
        sendAway(shorterForFew(period));
        await(() -> connections.count() == 0, FAREWELL_PATIENCE);
        await(events::areAllTold, FAREWELL_PATIENCE);
        inbox.stop();
        LOG.infof("drain_ends connections=%d", connections.count());
    }

    private void sendAway(Duration period) throws InterruptedException {
        var all = new ArrayList<Connection>(connections.all());
        Collections.shuffle(all);
        for (int slice = 0; slice < SLICES; slice++) {
            all.subList(all.size() * slice / SLICES, all.size() * (slice + 1) / SLICES)
                    .forEach(connection ->
                            connection.close(CloseReason.comeBackAfter(anyTimeWithin(period))));
            if (!all.isEmpty()) {
                Thread.sleep(period.dividedBy(SLICES));
            }
        }
    }

    /** A handful of clients can come back at once. */
    private Duration shorterForFew(Duration period) {
        var enough = PAUSE.multipliedBy(connections.count());
        return enough.compareTo(period) < 0 ? enough : period;
    }

    private static Duration anyTimeWithin(Duration period) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(period.toMillis() + 1));
    }

    private static void await(BooleanSupplier done, Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() - deadline < 0) {
            Thread.sleep(PAUSE);
        }
    }
}

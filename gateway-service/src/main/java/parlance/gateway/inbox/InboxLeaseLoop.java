package parlance.gateway.inbox;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import parlance.contracts.ErrorCode;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connections;
import parlance.gateway.registry.CurrentLease;
import parlance.gateway.registry.RegistryLossDetector;
import parlance.gateway.reply.PendingReplies;

/**
 * Keeps this process an inbox: takes a free one, has it read, and renews its lease. If the lease is
 * lost all the same, the connections are sent away, for they are registered under it, and
 * everything begins anew.
 */
@Singleton
public final class InboxLeaseLoop {

    private static final Logger LOG = Logger.getLogger(InboxLeaseLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final AvailableInboxes free;
    private final Inboxes inboxes;
    private final CurrentLease current;
    private final RegistryLossDetector registry;
    private final Connections connections;
    private final PendingReplies pendingReplies;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("lease").unstarted(this::run);

    InboxLeaseLoop(
            AvailableInboxes free,
            Inboxes inboxes,
            CurrentLease current,
            RegistryLossDetector registry,
            Connections connections,
            PendingReplies pendingReplies) {
        this.free = free;
        this.inboxes = inboxes;
        this.current = current;
        this.registry = registry;
        this.connections = connections;
        this.pendingReplies = pendingReplies;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** Gives the inbox back; to be called when no connection is left. */
    public void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(STOP_PATIENCE);
    }

    private void run() {
        try {
            while (!isStoppedWithin(PAUSE)) {
                openAndHold();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void openAndHold() throws InterruptedException {
        try {
            var taken = free.take();
            if (taken.isPresent()) {
                hold(inboxes.open(taken.get()));
            } else {
                LOG.warn("no_free_inbox");
            }
        } catch (RuntimeException e) {
            LOG.warnf("no_inbox cause=%s", e.toString());
        }
    }

    private void hold(Inbox inbox) throws InterruptedException {
        try {
            while (isHeld(inbox)) {
                current.set(inbox.lease());
                if (isStoppedWithin(inbox.lease().duration().dividedBy(3))) {
                    leave(inbox);
                    return;
                }
            }
            LOG.warnf("inbox_lost address=%s", inbox.lease().address());
        } finally {
            current.set(null);
            inbox.stop();
            connections.closeAll(CloseReason.comeBackAfter(Duration.ZERO));
            pendingReplies.refuseHttpExchanges(ErrorCode.SERVICE_UNAVAILABLE.failure());
        }
    }

    /**
     * One that is not read is given up: its lease lapses, and its successor hands back the rest.
     */
    private boolean isHeld(Inbox inbox) {
        if (!inbox.isRead()) {
            return false;
        }
        return switch (inbox.renew()) {
            case TAKEN -> false;
            case UNKNOWN -> true;
            case HELD -> {
                lookAtRegistry(inbox);
                yield true;
            }
        };
    }

    private void lookAtRegistry(Inbox inbox) {
        try {
            registry.look(inbox.lease().duration());
        } catch (RuntimeException e) {
            LOG.warnf("registry_unavailable cause=%s", e.toString());
        }
    }

    /** With connections left, the lease lapses instead, and another gateway looks after them. */
    private void leave(Inbox inbox) throws InterruptedException {
        inbox.stop();
        if (connections.count() == 0) {
            inbox.release();
        }
    }

    private boolean isStoppedWithin(Duration time) throws InterruptedException {
        return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}

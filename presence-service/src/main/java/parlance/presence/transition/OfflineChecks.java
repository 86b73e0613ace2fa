package parlance.presence.transition;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.contracts.UserId;
import parlance.contracts.connection.ConnectionEvent.ConnectionsInDoubt;
import parlance.kit.publish.Events;
import parlance.kit.registry.RegistryStore;
import parlance.presence.PresenceConfig;
import parlance.presence.state.PresenceStore;

/**
 * Requests offline checks: of users whose debounce time after a closed connection has passed, and,
 * at an interval, of all users who count as online but have no connection, because no event told of
 * its close.
 */
@Singleton
class OfflineChecks {

    private static final Logger LOG = Logger.getLogger(OfflineChecks.class);
    private static final int PAGE = 500;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

    private final OfflineCheckStore doubts;
    private final PresenceStore presences;
    private final RegistryStore registry;
    private final Events events;
    private final Clock clock;
    private final PresenceConfig.Activity config;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    OfflineChecks(
            OfflineCheckStore doubts,
            PresenceStore presences,
            RegistryStore registry,
            Events events,
            Clock clock,
            PresenceConfig config) {
        this.doubts = doubts;
        this.presences = presences;
        this.registry = registry;
        this.events = events;
        this.clock = clock;
        this.config = config.presence();
    }

    /**
     * Several times within the debounce, so too often for the scheduler, which looks once a second.
     */
    void start(@Observes StartupEvent event) {
        var pause = config.debounce().dividedBy(4).toNanos();
        var nanos = Math.max(pause, SHORTEST_PAUSE.toNanos());
        timer.scheduleWithFixedDelay(
                () -> unlessDependenciesAreDown(this::raiseDue),
                nanos,
                nanos,
                TimeUnit.NANOSECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    @Scheduled(
            every = "${parlance.presence.walk:60s}",
            delayed = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void walk() {
        unlessDependenciesAreDown(this::walkIfDue);
    }

    private static void unlessDependenciesAreDown(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.debugf("presence_waits cause=%s", e.toString());
        }
    }

    private void raiseDue() {
        var due = doubts.claimDue(PAGE);
        if (!due.users().isEmpty()) {
            var now = clock.instant();
            events.publishAll(
                    due.users().stream().map(user -> new ConnectionsInDoubt(user, now)).toList());
            doubts.remove(due);
        }
    }

    private void walkIfDue() {
        // One replica reconciles for all. Its claim must have expired before its next turn.
        if (doubts.claimWalk(config.walk().multipliedBy(3).dividedBy(4))) {
            reconcile();
        }
    }

    void reconcile() {
        @Nullable UserId last = null;
        List<UserId> page;
        do {
            page = presences.onlineAfter(last, PAGE);
            var gone = registry.findGone(page);
            if (!gone.isEmpty()) {
                LOG.infof("presence_unnoticed users=%d", gone.size());
                doubts.add(gone, config.debounce());
            }
            last = page.isEmpty() ? null : page.getLast();
        } while (page.size() == PAGE);
    }
}

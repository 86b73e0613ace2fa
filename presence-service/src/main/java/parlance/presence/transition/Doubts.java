package parlance.presence.transition;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
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
import parlance.kit.publish.RegistryStore;
import parlance.presence.PresenceConfig;
import parlance.presence.state.PresenceStore;

/**
 * Asks after users who may be gone: those whose time has come after their last close, and now and
 * then everybody who counts as online but has no connection, for whom no close was ever told.
 */
@Singleton
class Doubts {

    private static final Logger LOG = Logger.getLogger(Doubts.class);
    private static final int PAGE = 500;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

    private final DoubtStore doubts;
    private final PresenceStore presences;
    private final RegistryStore registry;
    private final Events events;
    private final Clock clock;
    private final PresenceConfig.Activity config;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    Doubts(
            DoubtStore doubts,
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

    void start(@Observes StartupEvent event) {
        every(config.debounce().dividedBy(4), this::raiseDue);
        every(config.walk().dividedBy(4), this::walkIfDue);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void every(Duration pause, Runnable work) {
        Runnable safely =
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.debugf("presence_waits cause=%s", e.toString());
                    }
                };
        var nanos = Math.max(pause.toNanos(), SHORTEST_PAUSE.toNanos());
        timer.scheduleWithFixedDelay(safely, nanos, nanos, TimeUnit.NANOSECONDS);
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
        if (doubts.claimWalk(config.walk())) {
            walk();
        }
    }

    void walk() {
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

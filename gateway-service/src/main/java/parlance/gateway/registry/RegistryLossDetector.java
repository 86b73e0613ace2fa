package parlance.gateway.registry;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.registry.RegistryEpochStore.Mark;

/**
 * Notices that Redis has lost the registry, or a part of it, and writes this process's part again.
 */
@Singleton
public final class RegistryLossDetector {

    private static final Logger LOG = Logger.getLogger(RegistryLossDetector.class);

    /** What Redis was told so shortly before it failed, it may not have any more. */
    private static final Duration LOST_WITH_A_FAILOVER = Duration.ofSeconds(5);

    private static final CloseReason COME_BACK = CloseReason.comeBackAfter(Duration.ZERO);

    private final RegistryEpochStore store;
    private final ConnectionRegistrar connectionRegistrar;
    private final Connections connections;

    private @Nullable Mark last;
    private long lastLookNanos = System.nanoTime();
    private volatile boolean settled;

    RegistryLossDetector(
            RegistryEpochStore store,
            ConnectionRegistrar connectionRegistrar,
            Connections connections) {
        this.store = store;
        this.connectionRegistrar = connectionRegistrar;
        this.connections = connections;
    }

    /** Looks once, and finishes what Redis was not there for; to be called often, by one thread. */
    public void look(Duration leaseDuration) {
        var mark = store.look();
        if (mark.registry() == null) {
            store.create(leaseDuration);
            mark = store.look();
        }
        var known = last;
        if (known != null && mark.differsFrom(known)) {
            LOG.warnf("registry_lost connections=%d", connections.count());
            recover(mark, known);
        }
        connectionRegistrar.finishRemovals();
        last = mark;
        lastLookNanos = System.nanoTime();
        settled = settled || !mark.young();
    }

    /** Whether deliveries were possible at least once; a new deployment waits for that. */
    public boolean isSettled() {
        return settled;
    }

    private void recover(Mark mark, Mark known) {
        if (mark.isAnotherRegistryThan(known) && !mark.young()) {
            // Others have gone on without our connections, which have missed what was delivered.
            connections.closeAll(COME_BACK);
            return;
        }
        // Numbers may be forgotten as well, and given again.
        sendAway(connection -> connection.session().isResumable());
        if (mark.isAnotherServerThan(known)) {
            sendAway(this::isTooNew);
        }
        connectionRegistrar.addAllAgain();
    }

    private void sendAway(Predicate<Connection> wanted) {
        connections.all().stream()
                .filter(wanted)
                .forEach(connection -> connection.close(COME_BACK));
    }

    /** Redis failed after the last look, however long it has been away since. */
    private boolean isTooNew(Connection connection) {
        var sinceLastLook = Duration.ofNanos(System.nanoTime() - lastLookNanos);
        return connection.session().caller() != null
                && !connection.session().isOlderThan(sinceLastLook.plus(LOST_WITH_A_FAILOVER));
    }
}

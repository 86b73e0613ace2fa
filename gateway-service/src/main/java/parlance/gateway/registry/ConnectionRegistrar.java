package parlance.gateway.registry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.UserId;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.contracts.connection.ConnectionEvent.ConnectionActive;
import parlance.contracts.connection.ConnectionEvent.ConnectionClosed;
import parlance.contracts.connection.ConnectionEvent.ConnectionInactive;
import parlance.contracts.connection.ConnectionEvent.ConnectionOpened;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.registry.ConnectionRegistryStore.Entry;
import parlance.kit.Rejection;
import parlance.kit.registry.Registration;

/** This process's connections in the registry. */
@Singleton
public final class ConnectionRegistrar {

    /** What Redis was not there to take out. */
    private record Removal(int partition, ConnectionId connectionId, UserId userId) {}

    private final ConnectionRegistryStore store;
    private final CurrentLease lease;
    private final Connections connections;
    private final ConnectionEvents events;
    private final Clock clock;

    /** At which inbox each connection was registered: not the present one, after a lost lease. */
    private final Map<ConnectionId, Integer> partitions = new ConcurrentHashMap<>();

    private final Set<Removal> unfinished = ConcurrentHashMap.newKeySet();
    private final Set<ConnectionId> beingRemoved = ConcurrentHashMap.newKeySet();

    ConnectionRegistrar(
            ConnectionRegistryStore store,
            CurrentLease lease,
            Connections connections,
            ConnectionEvents events,
            Clock clock) {
        this.store = store;
        this.lease = lease;
        this.connections = connections;
        this.events = events;
        this.clock = clock;
    }

    /**
     * From now on the user's packets come to this connection.
     *
     * @throws Rejection if that cannot be, because Redis is down or we have no inbox
     */
    public void add(Connection connection, Caller caller) {
        var entry = entryOf(connection, caller);
        partitions.put(connection.id(), entry.registration().inbox().partition());
        store.add(List.of(entry));
        events.add(
                new ConnectionOpened(
                        caller.userId(),
                        caller.organizationId(),
                        connection.id(),
                        caller.deviceId(),
                        clock.instant()));
    }

    /**
     * Writes again how the connection is, which is known already.
     *
     * @throws Rejection if Redis is down or we have no inbox
     */
    public void update(Connection connection, Caller caller) {
        store.add(List.of(entryOf(connection, caller)));
        var user = caller.userId();
        events.add(
                connection.session().isInactive()
                        ? new ConnectionInactive(user, connection.id(), clock.instant())
                        : new ConnectionActive(user, connection.id(), clock.instant()));
    }

    /** The connection is not this user's any more; done later, if Redis is down. */
    public void remove(ConnectionId connection, UserId user, Cause cause) {
        Optional.ofNullable(partitions.remove(connection))
                .or(() -> lease.find().map(held -> held.address().partition()))
                .ifPresent(partition -> remove(new Removal(partition, connection, user)));
        events.add(new ConnectionClosed(user, connection, cause, clock.instant()));
    }

    /** As {@link #remove} of a lost connection, without waiting for Redis. */
    public void removeLater(ConnectionId connection, UserId user) {
        if (beingRemoved.add(connection)) {
            Thread.startVirtualThread(() -> {
                try {
                    remove(connection, user, Cause.LOST);
                } finally {
                    beingRemoved.remove(connection);
                }
            });
        }
    }

    /** Tries again to remove what could not be, in one call for each inbox. */
    public void finishRemovals() {
        unfinished.removeIf(this::isInUse);
        List.copyOf(unfinished).stream()
                .collect(Collectors.groupingBy(Removal::partition))
                .forEach(this::finishRemovals);
    }

    private void finishRemovals(int partition, List<Removal> removals) {
        var connections = new HashMap<ConnectionId, UserId>();
        removals.forEach(removal -> connections.put(removal.connectionId(), removal.userId()));
        if (store.remove(partition, connections)) {
            unfinished.removeAll(removals);
        }
    }

    /** Writes every connection once more, because Redis may have lost them. */
    public void addAllAgain() {
        var address = lease.address();
        var written = new ArrayList<Entry>();
        for (var connection : connections.all()) {
            var caller = connection.session().caller();
            if (caller != null && connection.isOpen()) {
                written.add(entryOf(connection, caller));
            }
        }
        store.add(written);
        for (var entry : written) {
            // Somebody may have left while we wrote.
            var connection = entry.registration().connectionId();
            var removal = new Removal(address.partition(), connection, entry.userId());
            if (!isInUse(removal)) {
                remove(removal);
            }
        }
    }

    /** Removes what a dead gateway had registered at an inbox that is now ours. */
    public void removeForgotten(int partition) {
        var forgotten = store.connectionsAt(partition);
        forgotten.forEach((connection, user) ->
                events.add(new ConnectionClosed(user, connection, Cause.LOST, clock.instant())));
        if (!store.remove(partition, forgotten)) {
            throw new IllegalStateException("registry_unavailable");
        }
    }

    private void remove(Removal removal) {
        if (!store.remove(removal.partition(), Map.of(removal.connectionId(), removal.userId()))) {
            unfinished.add(removal);
        }
    }

    private boolean isInUse(Removal removal) {
        return connections
                .find(removal.connectionId())
                .filter(Connection::isOpen)
                .filter(connection -> connection.session().belongsTo(removal.userId()))
                .isPresent();
    }

    private Entry entryOf(Connection connection, Caller caller) {
        var registration =
                new Registration(
                        connection.id(),
                        lease.address(),
                        connection.dialect(),
                        connection.session().isInactive(),
                        caller.deviceId());
        return new Entry(caller.userId(), registration, connection.session().isResumable());
    }
}

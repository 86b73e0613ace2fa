package parlance.gateway.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import parlance.contracts.ConnectionId;

/** All connections of this process, until what could not be written to them is handed back. */
@Singleton
public final class Connections {

    private final Map<ConnectionId, Connection> byId = new ConcurrentHashMap<>();
    private final UnauthenticatedConnections unauthenticatedConnections =
            new UnauthenticatedConnections();
    private final Counter opened;

    public Connections(MeterRegistry metrics) {
        metrics.gaugeMapSize("parlance_connections", List.of(), byId);
        opened = metrics.counter("parlance_connections_opened");
    }

    public void add(Connection connection) {
        opened.increment();
        byId.put(connection.id(), connection);
        unauthenticatedConnections.add(connection);
    }

    public void remove(Connection connection) {
        byId.remove(connection.id());
        unauthenticatedConnections.remove(connection);
    }

    /** Also one that is being closed. */
    public Optional<Connection> find(ConnectionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Connection> all() {
        return byId.values();
    }

    public int count() {
        return byId.size();
    }

    /** How many there are on which a client at this address has not signed in yet. */
    public int countNewcomersFrom(String address) {
        return unauthenticatedConnections.countFrom(address);
    }

    public void closeAll(CloseReason reason) {
        all().forEach(connection -> connection.close(reason));
    }
}

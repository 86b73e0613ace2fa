package parlance.gateway.connection;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parlance.contracts.UserId;
import parlance.gateway.GatewayConfig;

/** The connections of each user to this process, which are not to be too many. */
@Singleton
public final class UserConnections {

    private final Map<UserId, List<Connection>> oldestFirst = new ConcurrentHashMap<>();
    private final int limit;

    public UserConnections(GatewayConfig config) {
        this.limit = config.socket().perUser();
    }

    /** The user has signed in; closes the oldest connections if there are too many now. */
    public void add(UserId user, Connection connection) {
        var surplus = new ArrayList<Connection>();
        oldestFirst.compute(
                user,
                (_, known) -> {
                    var connections = known == null ? new ArrayList<Connection>(1) : known;
                    if (!connections.contains(connection)) {
                        connections.add(connection);
                    }
                    while (connections.size() > limit) {
                        surplus.add(connections.removeFirst());
                    }
                    return connections;
                });
        surplus.forEach(oldest -> oldest.close(CloseReason.TOO_MANY_CONNECTIONS));
    }

    public void remove(UserId user, Connection connection) {
        oldestFirst.computeIfPresent(
                user,
                (_, connections) -> {
                    connections.remove(connection);
                    return connections.isEmpty() ? null : connections;
                });
    }
}

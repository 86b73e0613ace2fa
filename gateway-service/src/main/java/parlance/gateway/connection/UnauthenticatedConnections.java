package parlance.gateway.connection;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parlance.kit.limit.ClientNetwork;

/** The connections on which nobody has signed in yet, by where they come from. */
final class UnauthenticatedConnections {

    private final Map<String, Set<Connection>> byNetwork = new ConcurrentHashMap<>();

    void add(Connection connection) {
        byNetwork.compute(
                networkOf(connection),
                (_, others) -> {
                    var all = others == null ? ConcurrentHashMap.<Connection>newKeySet() : others;
                    all.add(connection);
                    return all;
                });
    }

    void remove(Connection connection) {
        byNetwork.computeIfPresent(
                networkOf(connection),
                (_, all) -> {
                    all.remove(connection);
                    return all.isEmpty() ? null : all;
                });
    }

    /** Looks first who has signed in since. */
    int countFrom(String address) {
        var left =
                byNetwork.computeIfPresent(
                        ClientNetwork.of(address),
                        (_, all) -> {
                            all.removeIf(one -> one.session().caller() != null || !one.isOpen());
                            return all.isEmpty() ? null : all;
                        });
        return left == null ? 0 : left.size();
    }

    private static String networkOf(Connection connection) {
        return ClientNetwork.of(connection.clientAddress());
    }
}

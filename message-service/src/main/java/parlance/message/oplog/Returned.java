package parlance.message.oplog;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parlance.contracts.ConnectionId;
import parlance.contracts.Delivery;
import parlance.contracts.Dialect;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.kit.publish.RegistryStore;

/**
 * Tells users who have come back before what they missed was logged. Whoever signs in claims after
 * registering, and the log looks for registrations after logging: one of the two sees the other.
 */
@Singleton
final class Returned {

    private static final int AT_ONCE = 1_000;

    private final RegistryStore registry;
    private final MissedStore missed;
    private final Superseded superseded;

    Returned(RegistryStore registry, MissedStore missed, Superseded superseded) {
        this.registry = registry;
        this.missed = missed;
        this.superseded = superseded;
    }

    /** Those of {@code users} who are there, each with the connection that is to be told. */
    Map<UserId, ConnectionId> find(Set<UserId> users) {
        var back = new HashMap<UserId, ConnectionId>();
        var audience = registry.findAudience(users);
        audience.connections()
                .forEach((user, connections) ->
                        connections.stream()
                                .filter(connection -> connection.dialect() == Dialect.SEED)
                                .findFirst()
                                .ifPresent(first -> back.put(user, first.connectionId())));
        // Who may resume has it from the stream.
        back.keySet().removeAll(audience.resumable());
        return back;
    }

    /**
     * @param claim see {@link MissedStore#claim}
     */
    List<Delivery> tell(UserId user, ConnectionId connection, Position claim) {
        var claimed = missed.claim(user, claim, AT_ONCE);
        return superseded.without(user, claimed).stream()
                .map(one -> Delivery.of(one.packet(), List.of(user)).only(connection))
                .toList();
    }
}

package parlance.message.oplog;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parlance.contracts.ConnectionId;
import parlance.contracts.Delivery;
import parlance.contracts.Position;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.UserId;
import parlance.kit.registry.RegistryStore;

/**
 * Tells users who have come back before what they missed was logged. A user who signs in claims
 * after registering, and the log looks for registrations after logging: one of the two sees the
 * other.
 */
@Singleton
final class ReconnectedUsers {

    private static final int AT_ONCE = 1_000;

    private final RegistryStore registry;
    private final MissedChangesStore missed;
    private final SupersededEdits supersededEdits;

    ReconnectedUsers(
            RegistryStore registry, MissedChangesStore missed, SupersededEdits supersededEdits) {
        this.registry = registry;
        this.missed = missed;
        this.supersededEdits = supersededEdits;
    }

    /** Those of {@code users} who are there, each with the connection that is to be told. */
    Map<UserId, ConnectionId> find(Set<UserId> users) {
        var back = new HashMap<UserId, ConnectionId>();
        var connectedRecipients = registry.findAudience(users);
        connectedRecipients
                .connections()
                .forEach((user, connections) ->
                        connections.stream()
                                .filter(connection ->
                                        connection.protocolDialect() == ProtocolDialect.SEED)
                                .findFirst()
                                .ifPresent(first -> back.put(user, first.connectionId())));
        // Who may resume has it from the stream.
        back.keySet().removeAll(connectedRecipients.resumable());
        return back;
    }

    /**
     * @param claim see {@link MissedChangesStore#claim}
     */
    List<Delivery> tell(UserId user, ConnectionId connection, Position claim) {
        var claimed = missed.claim(user, claim, AT_ONCE);
        return supersededEdits.without(user, claimed).stream()
                .map(one -> Delivery.of(one.packet(), List.of(user)).only(connection))
                .toList();
    }
}

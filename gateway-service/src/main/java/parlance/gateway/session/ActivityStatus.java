package parlance.gateway.session;

import jakarta.inject.Singleton;
import parlance.contracts.Json;
import parlance.gateway.connection.Connection;
import parlance.gateway.packet.Packet;
import parlance.kit.Rejection;

/** {@code activity_status}: the client goes to the background, or comes back from it. */
@Singleton
public final class ActivityStatus {

    private final ConnectionSessions connectionSessions;

    ActivityStatus(ConnectionSessions connectionSessions) {
        this.connectionSessions = connectionSessions;
    }

    /**
     * Marks the connection, here and in the registry.
     *
     * @throws Rejection if the request is wrong, or the registry cannot be written
     */
    public void answer(Connection connection, Packet packet) {
        var inactive = Json.tree(packet.payloadBytes()).path("isInactive");
        var isAbsent = inactive.isMissingNode() || inactive.isNull();
        if (!isAbsent && !inactive.isBoolean()) {
            throw Rejection.invalid("\"isInactive\" must be a boolean");
        }
        connectionSessions.setInactive(connection, inactive.booleanValue());
    }
}

package parlance.kit.registry;

import parlance.contracts.ConnectionId;
import parlance.contracts.DeviceId;
import parlance.contracts.InboxAddress;
import parlance.contracts.ProtocolDialect;

/**
 * One connection in the registry.
 *
 * @param inactive its client runs in the background: it is delivered to, and pushed to as well
 */
public record Registration(
        ConnectionId connectionId,
        InboxAddress inbox,
        ProtocolDialect protocolDialect,
        boolean inactive,
        DeviceId deviceId) {

    private static final int FIELDS = 4;

    /** Reads what {@link #text()} wrote. */
    public static Registration parse(ConnectionId connectionId, String text) {
        var fields = text.split("\\|", FIELDS);
        return new Registration(
                connectionId,
                InboxAddress.parse(fields[0]),
                ProtocolDialect.of(fields[1]).orElse(ProtocolDialect.SEED),
                fields[2].equals("inactive"),
                new DeviceId(fields[3]));
    }

    /** The value in the hash {@code conn:{user}}, under the connection's id. */
    public String text() {
        return String.join(
                "|",
                inbox.toString(),
                protocolDialect.wireName(),
                inactive ? "inactive" : "active",
                deviceId.value());
    }
}

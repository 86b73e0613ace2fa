package parlance.contracts;

import java.util.Collection;
import java.util.List;

/**
 * A packet that is useful only for a moment, such as typing or presence, for all connections of its
 * recipients. It may be dropped, is not stored for offline recipients, and never waits behind
 * messages.
 *
 * @param packet what goes to connections of the seed dialect, written as JSON
 * @param clientPacket what goes to those of the client dialect; mostly the same
 */
public record EphemeralDelivery(List<UserId> recipients, Object packet, Object clientPacket) {

    /** The same packet for both dialects. */
    public static EphemeralDelivery of(Object packet, Collection<UserId> recipients) {
        return new EphemeralDelivery(List.copyOf(recipients), packet, packet);
    }

    /** For where one packet cannot serve both dialects (protocol 0.2). */
    public EphemeralDelivery inClientDialect(Object other) {
        return new EphemeralDelivery(recipients, packet, other);
    }

    public Object packetIn(ProtocolDialect protocolDialect) {
        return switch (protocolDialect) {
            case SEED -> packet;
            case CLIENT -> clientPacket;
        };
    }
}

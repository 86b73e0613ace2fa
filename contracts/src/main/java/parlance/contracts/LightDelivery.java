package parlance.contracts;

import java.util.Collection;
import java.util.List;

/**
 * A packet that is worth nothing a moment later, such as typing or presence, for all connections of
 * its recipients. It may be dropped, is kept for nobody, and never waits behind messages.
 *
 * @param packet what goes to connections of the seed dialect, written as JSON
 * @param clientPacket what goes to those of the client dialect; mostly the same
 */
public record LightDelivery(List<UserId> recipients, Object packet, Object clientPacket) {

    /** The same packet for both dialects. */
    public static LightDelivery of(Object packet, Collection<UserId> recipients) {
        return new LightDelivery(List.copyOf(recipients), packet, packet);
    }

    /** For where one packet cannot serve both dialects (protocol 0.2). */
    public LightDelivery inClientDialect(Object other) {
        return new LightDelivery(recipients, packet, other);
    }

    public Object packetIn(Dialect dialect) {
        return switch (dialect) {
            case SEED -> packet;
            case CLIENT -> clientPacket;
        };
    }
}

package parlance.gateway.packet;

import org.jspecify.annotations.Nullable;
import parlance.contracts.Route;
import parlance.gateway.packet.Packet.Shape;

/**
 * A name with its value, in a packet or in its {@code request}.
 *
 * @param innerId the {@code id} inside the value, as a JSON literal
 * @param key see {@link Packet#key()}
 */
record PacketBody(
        String name,
        @Nullable Route route,
        Shape shape,
        String value,
        @Nullable String innerId,
        @Nullable String key) {}

package parlance.gateway.packet;

import org.jspecify.annotations.Nullable;
import parlance.contracts.EnvelopeForm;
import parlance.contracts.ErrorCode;
import parlance.contracts.Packets;

/** What a frame turned out to be. */
public sealed interface Frame permits Frame.Blank, Frame.Unreadable, Packet {

    /** Nothing but white space: ignored. */
    record Blank() implements Frame {}

    /**
     * Not a packet: no JSON, no object, or an object that asks for nothing.
     *
     * @param id what could be read of an id, as a JSON literal
     */
    record Unreadable(@Nullable String id) implements Frame {

        /** The packet that tells the client so. */
        public String refusal() {
            return Packets.error(
                    EnvelopeForm.ENVELOPED, "", id, ErrorCode.INVALID_DATA_FORMAT.failure());
        }
    }
}

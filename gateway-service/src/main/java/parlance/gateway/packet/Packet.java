package parlance.gateway.packet;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import parlance.contracts.EnvelopeForm;
import parlance.contracts.ErrorBody;
import parlance.contracts.Packets;
import parlance.contracts.Route;

/**
 * One request of a client. The gateway knows its name, its ids and what it is ordered by; the
 * payload goes on as the client wrote it.
 *
 * @param route none for a name that the protocol does not have
 * @param requestId what a success echoes, as a JSON literal
 * @param errorId what an error carries, as a JSON literal; where there is none, none (protocol 2.1)
 * @param shape of the payload
 * @param payload JSON text
 * @param key the text of the field that orders the route's commands, if the payload has it
 */
public record Packet(
        String name,
        @Nullable Route route,
        EnvelopeForm form,
        @Nullable String requestId,
        @Nullable String errorId,
        Shape shape,
        String payload,
        @Nullable String key)
        implements Frame {

    /** What kind of JSON value a payload is. */
    public enum Shape {
        OBJECT,
        LIST,
        NULL,
        OTHER
    }

    /** UTF-8, byte for byte what the client sent. */
    public byte[] payloadBytes() {
        return payload.getBytes(StandardCharsets.UTF_8);
    }

    /** The packet that answers this one with an error. */
    public String refusal(ErrorBody errorBody) {
        return Packets.error(form, name, errorId, errorBody);
    }
}

package parlance.testing.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.RecordHeaderNames;

/**
 * What a gateway got back for a command.
 *
 * @param packet as it goes to the socket
 * @param secrets fields that came sealed with the command's one-time key
 */
public record Answer(JsonNode packet, JsonNode secrets, Seen inboxRecord) {

    /** The fields of {@code {"response":{…}}}. */
    public JsonNode response() {
        return packet.path("response");
    }

    public int errorStatus() {
        return response().path("error").path("status").asInt();
    }

    public String errorText() {
        return response().path("error").path("message").asText();
    }

    /** Who the connection is from now on, if the answer signs it in. */
    public Optional<Caller> bound() {
        return Optional.ofNullable(inboxRecord.headers().get(RecordHeaderNames.BIND))
                .map(caller -> Json.read(caller, Caller.class));
    }

    /** Whether the answer signs the connection out. */
    public boolean unbinds() {
        return inboxRecord.headers().containsKey(RecordHeaderNames.UNBIND);
    }
}

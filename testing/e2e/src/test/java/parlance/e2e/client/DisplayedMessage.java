package parlance.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message as a client shows it.
 *
 * @param status of one's own messages
 * @param reactions {@code {}}, or own ones and totals
 */
public record DisplayedMessage(
        String id, String from, String body, String status, JsonNode reactions) {

    /** From {@code message_list}. */
    public static DisplayedMessage of(JsonNode message) {
        return new DisplayedMessage(
                message.path("_id").asText(),
                message.path("from").asText(),
                message.path("body").asText(),
                message.path("status").asText(""),
                message.path("reactions"));
    }
}

package parlance.e2e;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message as a client shows it.
 *
 * @param status of one's own messages
 * @param reactions {@code {}}, or own ones and totals
 */
record Line(String id, String from, String body, String status, JsonNode reactions) {

    /** From {@code message_list}. */
    static Line of(JsonNode message) {
        return new Line(
                message.path("_id").asText(),
                message.path("from").asText(),
                message.path("body").asText(),
                message.path("status").asText(""),
                message.path("reactions"));
    }
}

package parlance.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message that was acked.
 *
 * @param clientId what the sender called it
 * @param id what the server calls it
 * @param at unix seconds
 */
public record Sent(String clientId, String id, long at, Chat chat, String from, String body) {

    /** From the packet with {@code ask} and {@code ack}. */
    public static Sent of(JsonNode ack, Chat chat, String from, String body) {
        var content = ack.path("ack");
        return new Sent(
                content.path("mid").asText(),
                content.path("server_mid").asText(),
                content.path("t").asLong(),
                chat,
                from,
                body);
    }
}

package parlance.e2e.reliability;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message of the load, whose body says who sent it and as which of its messages.
 *
 * @param id what the server calls it
 * @param device the name of the sending device, unique in a run
 * @param number grows with every message of the device
 */
record NumberedMessage(String id, String device, int number) {

    static String body(String device, int number) {
        return device + " " + number;
    }

    /** From a {@code message} packet or an entry of {@code message_list}. */
    static NumberedMessage of(JsonNode message) {
        return of(message.path("_id").asText(), message.path("body").asText());
    }

    static NumberedMessage of(String id, String body) {
        var space = body.lastIndexOf(' ');
        return new NumberedMessage(
                id, body.substring(0, space), Integer.parseInt(body.substring(space + 1)));
    }
}

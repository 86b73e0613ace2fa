package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parlance.testing.client.ChatClient;
import parlance.testing.client.Dial;
import parlance.testing.client.Patience;

/** A device that remembers how far it got, and goes on from there on its next connection. */
final class Resuming implements AutoCloseable {

    private final String name;
    private final String accessToken;
    private final List<JsonNode> received = new ArrayList<>();

    private String cursor = "";
    private ChatClient socket;

    private Resuming(String name, String accessToken) {
        this.name = name;
        this.accessToken = accessToken;
    }

    /** Takes the place of a device, which goes. */
    static Resuming insteadOf(Device device, URI gateway) {
        var resuming = new Resuming(device.name, device.accessToken);
        resuming.connects(gateway);
        device.close();
        return resuming;
    }

    /** Goes on, which must be possible, or begins. */
    void connects(URI gateway) {
        var welcome = presents(gateway);
        assertThat(welcome.path("resumed").asBoolean())
                .as("%s after %s", welcome, cursor)
                .isEqualTo(!cursor.isEmpty());
        cursor = welcome.path("cursor").asText();
    }

    /** The answer to {@code connect}, whatever it is. */
    JsonNode presents(URI gateway) {
        socket = Dial.to(gateway).open();
        return socket.get(
                "connect", Map.of("token", accessToken, "device_id", name, "resume", cursor));
    }

    ChatClient socket() {
        return socket;
    }

    /** Whatever came on this connection so far. */
    List<JsonNode> unsettled() {
        return socket.unread();
    }

    /** The connection breaks without a word. */
    void breaks() {
        socket.abort();
        settle();
    }

    /** The connection breaks, and what came after this cursor was never seen. */
    void goesBackTo(String earlier) {
        socket.abort();
        cursor = earlier;
    }

    /** Says goodbye. */
    void leaves() {
        socket.close();
        settle();
    }

    /** Says goodbye when that many messages have come in all. */
    void leavesWith(int messages) {
        var missing = messages - messages().size();
        Patience.until(
                Ordeal.RECOVERY,
                () ->
                        assertThat(unsettled())
                                .filteredOn(packet -> packet.has("message"))
                                .hasSizeGreaterThanOrEqualTo(missing));
        socket.get("ping", Map.of());
        leaves();
    }

    private void settle() {
        for (var packet : socket.unread()) {
            received.add(packet);
            cursor = packet.path("cursor").asText(cursor);
        }
    }

    /** The ids of all messages that came on connections that are gone. */
    List<String> messages() {
        return received.stream()
                .filter(packet -> packet.has("message"))
                .map(packet -> packet.path("message").path("_id").asText())
                .toList();
    }

    @Override
    public void close() {
        socket.close();
    }
}

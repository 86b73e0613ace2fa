package parlance.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parlance.testing.client.ChatClient;
import parlance.testing.client.WebSocketDialer;

/** A device that keeps the last cursor it received, and resumes from it on its next connection. */
public final class Resuming implements AutoCloseable {

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
    public static Resuming insteadOf(Device device, URI gateway) {
        var resuming = new Resuming(device.name, device.accessToken);
        resuming.connects(gateway);
        device.close();
        return resuming;
    }

    /** Goes on, which must be possible, or begins. */
    public void connects(URI gateway) {
        var welcome = presents(gateway);
        assertThat(welcome.path("resumed").asBoolean())
                .as("%s after %s", welcome, cursor)
                .isEqualTo(!cursor.isEmpty());
        cursor = welcome.path("cursor").asText();
    }

    /** The answer to {@code connect}, a success or an error. */
    public JsonNode presents(URI gateway) {
        socket = WebSocketDialer.to(gateway).open();
        return socket.get(
                "connect", Map.of("token", accessToken, "device_id", name, "resume", cursor));
    }

    public ChatClient socket() {
        return socket;
    }

    /** All packets that came on this connection and were not taken yet. */
    public List<JsonNode> unsettled() {
        return socket.unread();
    }

    /** The connection breaks without a word. */
    public void breaks() {
        socket.abort();
        settle();
    }

    /** The connection breaks, and what came after this cursor was never seen. */
    public void goesBackTo(String earlier) {
        socket.abort();
        cursor = earlier;
    }

    /** Says goodbye. */
    public void leaves() {
        socket.close();
        settle();
    }

    /** Says goodbye when that many messages have come in all. */
    public void leavesWith(int messages) {
        var missing = messages - messages().size();
        await().atMost(FaultScenario.RECOVERY)
                .untilAsserted(() ->
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
    public List<String> messages() {
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

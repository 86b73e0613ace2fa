package parlance.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import java.net.URI;
import java.util.Map;
import parlance.testing.client.ChatClient;
import parlance.testing.client.WebSocketDialer;
import parlance.testing.http.Requests;
import parlance.testing.http.SessionTokens;

/** One of a person's devices, signed in over HTTP and connected. */
public final class Device implements AutoCloseable {

    public final Person owner;
    public final String name;
    public final ChatClient socket;
    public final String accessToken;

    private Device(Person owner, String name, ChatClient socket, String accessToken) {
        this.owner = owner;
        this.name = name;
        this.socket = socket;
        this.accessToken = accessToken;
    }

    public static Device connect(Person owner, String name, URI door, URI gateway) {
        return connect(owner, name, door, WebSocketDialer.to(gateway));
    }

    /** Signs in at {@code door} and connects where {@code dial} leads. */
    public static Device connect(
            Person owner, String name, URI door, WebSocketDialer webSocketDialer) {
        var request = Requests.to(door).contentType(ContentType.JSON);
        var tokens = SessionTokens.in(request.body(owner.credentials(name)).post("/login"));
        var device = new Device(owner, name, webSocketDialer.open(), tokens.accessToken());
        device.socket.get("connect", Map.of("token", device.accessToken, "device_id", name));
        return device;
    }

    /** Sends a message and waits for its ack. */
    public Sent sends(Chat chat, String body) {
        return acked(starts(chat, body), chat, body);
    }

    /** Sends a message without waiting; gives its client id. */
    public String starts(Chat chat, String body) {
        var id = owner.id() + ChatClient.newId();
        starts(chat, body, id);
        return id;
    }

    public void starts(Chat chat, String body, String clientId) {
        socket.send(Map.of("message", Map.of("id", clientId, "cid", chat.id(), "body", body)));
    }

    /** Waits for the ack of a message that was started. */
    public Sent acked(String clientId, Chat chat, String body) {
        var packet = socket.reply(clientId);
        assertThat(packet.path("ack")).as("ack in %s", packet).isEqualTo(packet.path("ask"));
        assertThat(packet.path("ack").path("server_mid").asText()).matches("[0-9a-f]{24}");
        return Sent.of(packet, chat, owner.id(), body);
    }

    /** Waits for this very message, which must be the next message of all. */
    public JsonNode receives(Sent sent) {
        var message = socket.next("message");
        assertThat(message.path("body").asText()).isEqualTo(sent.body());
        assertThat(message.path("_id").asText()).isEqualTo(sent.id());
        assertThat(message.path("cid").asText()).isEqualTo(sent.chat().id());
        assertThat(message.path("from").asText()).isEqualTo(sent.from());
        assertThat(message.path("t").asLong()).isEqualTo(sent.at());
        return message;
    }

    /** Waits for the news of a conversation. */
    public JsonNode hearsOf(Chat chat) {
        var packet =
                socket.next(
                        one ->
                                one.path("system_message").path("cid").asText().equals(chat.id())
                                        && one.path("system_message")
                                                .path("x")
                                                .has("conversation_created"),
                        "conversation_created of " + chat);
        return packet.path("system_message");
    }

    public void receivesNothingMore() {
        socket.receivesNothingMore();
    }

    @Override
    public void close() {
        socket.close();
    }

    @Override
    public String toString() {
        return owner + "'s " + name;
    }
}

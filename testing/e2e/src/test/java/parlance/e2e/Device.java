package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import parlance.testing.client.ChatClient;
import parlance.testing.client.Dial;
import parlance.testing.client.HttpDoor;

/** One of a person's devices, signed in over HTTP and connected. */
final class Device implements AutoCloseable {

    final Person owner;
    final String name;
    final ChatClient socket;
    final String accessToken;

    private Device(Person owner, String name, ChatClient socket, String accessToken) {
        this.owner = owner;
        this.name = name;
        this.socket = socket;
        this.accessToken = accessToken;
    }

    static Device connect(Person owner, String name, URI door, URI gateway) {
        return connect(owner, name, door, Dial.to(gateway));
    }

    /** Signs in at {@code door} and connects where {@code dial} leads. */
    static Device connect(Person owner, String name, URI door, Dial dial) {
        var answer = new HttpDoor(door).login(owner.credentials(name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var device = new Device(owner, name, dial.open(), answer.accessToken());
        device.socket.get("connect", Map.of("token", device.accessToken, "device_id", name));
        return device;
    }

    /** Sends a message and waits for its ack. */
    Sent sends(Chat chat, String body) {
        return acked(starts(chat, body), chat, body);
    }

    /** Sends a message without waiting; gives its client id. */
    String starts(Chat chat, String body) {
        var id = owner.id() + ChatClient.newId();
        starts(chat, body, id);
        return id;
    }

    void starts(Chat chat, String body, String clientId) {
        socket.send(Map.of("message", Map.of("id", clientId, "cid", chat.id(), "body", body)));
    }

    /** Waits for the ack of a message that was started. */
    Sent acked(String clientId, Chat chat, String body) {
        var packet = socket.reply(clientId);
        assertThat(packet.path("ack")).as("ack in %s", packet).isEqualTo(packet.path("ask"));
        assertThat(packet.path("ack").path("server_mid").asText()).matches("[0-9a-f]{24}");
        return Sent.of(packet, chat, owner.id(), body);
    }

    /** Waits for this very message, which must be the next message of all. */
    JsonNode receives(Sent sent) {
        var message = socket.next("message");
        assertThat(message.path("body").asText()).isEqualTo(sent.body());
        assertThat(message.path("_id").asText()).isEqualTo(sent.id());
        assertThat(message.path("cid").asText()).isEqualTo(sent.chat().id());
        assertThat(message.path("from").asText()).isEqualTo(sent.from());
        assertThat(message.path("t").asLong()).isEqualTo(sent.at());
        return message;
    }

    /** Waits for the news of a conversation. */
    JsonNode hearsOf(Chat chat) {
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

    void receivesNothingMore() {
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

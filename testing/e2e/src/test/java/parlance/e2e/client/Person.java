package parlance.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import parlance.testing.client.WebSocketDialer;

/** A test user with an account and at least one connected device. */
public final class Person implements AutoCloseable {

    public static final String PASSWORD = "secret-of-a-story";

    public final String login;
    private final URI door;
    private final JsonNode user;
    private final List<Device> devices = new CopyOnWriteArrayList<>();

    private Person(String login, URI door, JsonNode user) {
        this.login = login;
        this.door = door;
        this.user = user;
    }

    /** Signs up over a socket at {@code gateway} and connects a first device there. */
    public static Person signUp(String login, URI door, URI gateway) {
        try (var socket = WebSocketDialer.to(gateway).open()) {
            var response = socket.get("user_create", Map.of("login", login, "password", PASSWORD));
            var person = new Person(login, door, response.path("user"));
            person.connects("phone", gateway);
            return person;
        }
    }

    public String id() {
        return user.path("_id").asText();
    }

    public JsonNode user() {
        return user;
    }

    public Map<String, Object> credentials(String device) {
        return Map.of("login", login, "password", PASSWORD, "device_id", device);
    }

    /** The device that acts when a story does not say which: the oldest whose socket is open. */
    public Device first() {
        return devices.stream()
                .filter(device -> device.socket.isOpen())
                .findFirst()
                .orElseThrow(() -> new AssertionError(login + " has no open socket"));
    }

    public List<Device> devices() {
        return List.copyOf(devices);
    }

    /** One more device, at the front door. */
    public Device connects(String device) {
        return connects(device, door);
    }

    /** One more device, at a gateway of its own choice. */
    public Device connects(String device, URI gateway) {
        return add(Device.connect(this, device, door, gateway));
    }

    public Device connects(String device, WebSocketDialer webSocketDialer) {
        return add(Device.connect(this, device, door, webSocketDialer));
    }

    private Device add(Device device) {
        devices.add(device);
        return device;
    }

    /** Goes away with all devices. */
    public void leaves() {
        devices.forEach(Device::close);
        devices.clear();
    }

    /** Creates a direct conversation, and returns when all its devices have the event. */
    public Chat opensConversationWith(Person other) {
        return creates(Map.of("type", "u", "participants", List.of(other.id())), other);
    }

    /** A group; returns when everybody who should has heard of it. */
    public Chat createsGroup(String name, Person... others) {
        var ids = Arrays.stream(others).map(Person::id).toList();
        return creates(Map.of("type", "g", "name", name, "participants", ids), others);
    }

    private Chat creates(Map<String, ?> request, Person... others) {
        var conversation = first().socket.get("conversation_create", request).path("conversation");
        var chat = new Chat(conversation.path("_id").asText());
        Stream.concat(
                        Arrays.stream(others).flatMap(other -> other.devices.stream()),
                        devices.stream().skip(1))
                .forEach(device -> device.hearsOf(chat));
        return chat;
    }

    public Sent sends(Chat chat, String body) {
        return first().sends(chat, body);
    }

    /** On every device. */
    public void receives(Sent sent) {
        devices.forEach(device -> device.receives(sent));
    }

    /** On any device. */
    public void receivesNothingMore() {
        devices.forEach(Device::receivesNothingMore);
    }

    /** All messages of a conversation as {@code message_list} gives them, oldest first. */
    public List<JsonNode> history(Chat chat) {
        var all = new ArrayList<JsonNode>();
        Map<String, Object> page = Map.of("cid", chat.id(), "limit", 100);
        while (true) {
            var messages = new ArrayList<JsonNode>();
            first().socket.get("message_list", page).path("messages").forEach(messages::add);
            all.addAll(messages);
            if (messages.isEmpty()) {
                return all.reversed();
            }
            var oldest = messages.getLast().path("updated_at").asText();
            page = Map.of("cid", chat.id(), "limit", 100, "updated_at", Map.of("lt", oldest));
        }
    }

    /** What {@code conversation_list} says of one conversation. */
    public JsonNode listed(Chat chat) {
        var list = first().socket.get("conversation_list", Map.of()).path("conversations");
        for (var conversation : list) {
            if (conversation.path("_id").asText().equals(chat.id())) {
                return conversation;
            }
        }
        throw new AssertionError(chat + " is not in " + list);
    }

    @Override
    public void close() {
        leaves();
    }

    @Override
    public String toString() {
        return login;
    }

    public static void assertError(JsonNode content, int status, String message) {
        assertThat(content.path("error").path("status").asInt())
                .as("%s", content)
                .isEqualTo(status);
        assertThat(content.path("error").path("message").asText()).isEqualTo(message);
    }
}

package parlance.e2e.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import parlance.contracts.Route;
import parlance.contracts.Topic;

/**
 * The API as AsyncAPI 3: the socket from {@code packets.yaml}, Kafka from {@link Route} and {@link
 * Topic}.
 */
final class AsyncApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .build();

    private final PacketSchemas packets;
    private final ObjectNode messages = JSON.objectNode();
    private final ObjectNode operations = JSON.objectNode();
    private final ObjectNode socket = JSON.objectNode();

    private AsyncApi(PacketSchemas packets) {
        this.packets = packets;
    }

    static String of(PacketSchemas packets) {
        try {
            var text = YAML.writeValueAsString(new AsyncApi(packets).document());
            return "# Generated from packets.yaml and the code: do not edit.\n" + text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode document() {
        var document = JSON.objectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Parlance")
                .put("version", "0.1.0")
                .put(
                        "description",
                        "The socket that clients speak over, and the Kafka topics between the"
                                + " services.")
                .putObject("license")
                .put("name", "Apache-2.0");
        document.put("defaultContentType", "application/json");
        packets.requests().forEach(this::addRequest);
        packets.events().forEach(this::addEvent);
        var channels = document.putObject("channels");
        channels.putObject("socket")
                .put("address", "/")
                .put("title", "WebSocket, on any path")
                .<ObjectNode>set("messages", socket)
                .putObject("bindings")
                .putObject("ws")
                .put("method", "GET");
        Arrays.stream(Topic.values()).forEach(topic -> addTopic(channels, topic));
        document.set("operations", operations);
        var components = document.putObject("components");
        components.set("messages", messages);
        components.set("schemas", pointedAtComponents(packets.document().path("schemas")));
        return document;
    }

    private void addRequest(String name) {
        var described = packets.document().path("requests").path(name);
        addMessage(name, name, wrapped(name, described.path("request")));
        var operation = operations.putObject(name);
        operation.put("action", "receive").put("summary", described.path("summary").asText());
        operation.putObject("channel").put("$ref", "#/channels/socket");
        operation.putArray("messages").addObject().put("$ref", inSocket(name));
        if (described.has("errors")) {
            operation.set("x-errors", described.path("errors"));
        }
        var answer = described.has("packet") ? described.path("packet") : reply(described);
        if (!answer.isMissingNode()) {
            var replyName = name + ".reply";
            addMessage(replyName, "The reply to " + name, answer);
            var reply = operation.putObject("reply");
            reply.putObject("channel").put("$ref", "#/channels/socket");
            reply.putArray("messages").addObject().put("$ref", inSocket(replyName));
        }
    }

    private static JsonNode reply(JsonNode described) {
        var reply = described.path("reply");
        return reply.isMissingNode() ? reply : wrapped("response", reply);
    }

    private void addEvent(String name) {
        var described = packets.document().path("events").path(name);
        var messageName = name + ".event";
        addMessage(messageName, described.path("summary").asText(), topLevel(name, described));
        var operation = operations.putObject(messageName).put("action", "send");
        operation.put("summary", described.path("summary").asText());
        operation.putObject("channel").put("$ref", "#/channels/socket");
        operation.putArray("messages").addObject().put("$ref", inSocket(messageName));
    }

    private static ObjectNode topLevel(String name, JsonNode described) {
        var packet = JSON.objectNode().put("type", "object");
        packet.putArray("required").add(name);
        packet.putObject("properties").set(name, described.path("schema"));
        return packet;
    }

    /** Requests stand in "request", beside the id; some may stand at top level as well. */
    private static ObjectNode wrapped(String name, JsonNode content) {
        if (name.equals("response")) {
            return topLevel(name, JSON.objectNode().set("schema", content));
        }
        var inner = JSON.objectNode().put("type", "object");
        inner.putArray("required").add(name);
        var properties = inner.putObject("properties");
        properties.set(name, content);
        properties.putObject("id").putArray("type").add("string").add("integer");
        return topLevel("request", JSON.objectNode().set("schema", inner));
    }

    private void addMessage(String name, String title, JsonNode payload) {
        messages.putObject(name).put("title", title).set("payload", pointedAtComponents(payload));
        socket.putObject(name).put("$ref", "#/components/messages/" + name);
    }

    private static String inSocket(String message) {
        return "#/channels/socket/messages/" + message;
    }

    private void addTopic(ObjectNode channels, Topic topic) {
        var channel = channels.putObject(topic.wireName());
        channel.put("address", topic.wireName());
        var routes = routesOf(topic).map(Route::wireName).sorted().toList();
        if (!routes.isEmpty()) {
            var list = channel.putArray("x-commands");
            routes.forEach(list::add);
        }
        EventSchemas.of(topic)
                .forEach((name, schema) -> {
                    messages.putObject(name).put("title", name).set("payload", schema);
                    channel.withObject("/messages")
                            .putObject(name)
                            .put("$ref", "#/components/messages/" + name);
                });
        channel.putObject("bindings").putObject("kafka").put("topic", topic.wireName());
    }

    private static Stream<Route> routesOf(Topic topic) {
        return Arrays.stream(Route.values())
                .filter(route -> route.topic().filter(topic::equals).isPresent());
    }

    private static JsonNode pointedAtComponents(JsonNode node) {
        var text = node.toString().replace("\"#/schemas/", "\"#/components/schemas/");
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

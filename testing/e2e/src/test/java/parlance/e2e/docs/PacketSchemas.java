package parlance.e2e.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import parlance.local.infra.Project;

/** {@code docs/api/packets.yaml}: what is said to go over the socket. */
final class PacketSchemas {

    static final PacketSchemas DOCUMENTED = read();

    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final ObjectNode document;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    private PacketSchemas(ObjectNode document) {
        this.document = document;
    }

    private static PacketSchemas read() {
        var file = Project.find().root().resolve("docs/api/packets.yaml").toFile();
        try {
            var document = (ObjectNode) new YAMLMapper().readTree(file);
            document.path("requests").forEach(PacketSchemas::close);
            return new PacketSchemas(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reply has the fields that are named, the request's id, and no others. */
    private static void close(JsonNode request) {
        if (request.path("reply") instanceof ObjectNode reply && !reply.has("$ref")) {
            reply.put("type", "object").put("additionalProperties", false);
        }
    }

    ObjectNode document() {
        return document;
    }

    Set<String> requests() {
        return names("requests");
    }

    Set<String> events() {
        return names("events");
    }

    private Set<String> names(String section) {
        var names = new TreeSet<String>();
        document.path(section).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What is wrong with the fields of a reply; nothing is known of one to an unknown request. */
    List<String> faultsOfReply(String request, ObjectNode fields) {
        return faults("requests/" + request + "/reply", fields);
    }

    List<String> faultsOfEvent(String event, JsonNode content) {
        return faults("events/" + event + "/schema", content);
    }

    List<String> faultsOfError(JsonNode error) {
        return faults("schemas/Error", error);
    }

    List<String> faultsOfAck(JsonNode packet) {
        return faults("schemas/AckPacket", packet);
    }

    private List<String> faults(String pointer, JsonNode value) {
        return schema(pointer).stream()
                .flatMap(schema -> schema.validate(value).stream())
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private Optional<JsonSchema> schema(String pointer) {
        if (document.at("/" + pointer).isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(
                compiled.computeIfAbsent(
                        pointer,
                        _ -> FACTORY.getSchema(document.deepCopy().put("$ref", "#/" + pointer))));
    }
}

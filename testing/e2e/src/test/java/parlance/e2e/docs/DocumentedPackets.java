package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import parlance.testing.client.PacketObserver;

/**
 * Holds every packet of every story against {@code docs/api/packets.yaml}: a field that is not
 * documented, or documented and missing, fails the story whose connection brought it.
 */
public final class DocumentedPackets implements PacketObserver {

    private final PacketSchemas schemas = PacketSchemas.DOCUMENTED;
    private final Map<JsonNode, String> asked = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    @Override
    public void asked(JsonNode id, String name) {
        asked.put(id, name);
    }

    @Override
    public void received(JsonNode packet) {
        faultsOf(packet).forEach(fault -> faults.add(fault + " in " + packet));
    }

    @Override
    public void conclude() {
        assertThat(faults).as("differs from docs/api/packets.yaml").isEmpty();
    }

    private List<String> faultsOf(JsonNode packet) {
        var name = packet.fieldNames().hasNext() ? packet.fieldNames().next() : "";
        var content = packet.path(name);
        if (content.has("error")) {
            return schemas.faultsOfError(content.path("error"));
        }
        return switch (name) {
            case "response" -> faultsOfResponse((ObjectNode) content);
            case "ask", "ack" -> schemas.faultsOfAck(packet);
            case String event when schemas.events().contains(event) ->
                    schemas.faultsOfEvent(event, content);
            default -> List.of("a packet of a kind that is not documented");
        };
    }

    private List<String> faultsOfResponse(ObjectNode response) {
        var request = asked.get(response.path("id"));
        return request == null
                ? List.of()
                : schemas.faultsOfReply(request, response.deepCopy().without("id"));
    }
}

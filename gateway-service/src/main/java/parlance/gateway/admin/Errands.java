package parlance.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.Dialect;
import parlance.contracts.ErrorCode;
import parlance.contracts.Failure;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.gateway.GatewayConfig;
import parlance.gateway.command.CommandPublisher;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.packet.Packet;
import parlance.gateway.packet.PacketReader;
import parlance.kit.Rejection;

/**
 * Does a packet's errand for who has no socket here: over a connection that lives until the answer
 * comes, and on which nobody is ever signed in, so that no delivery is addressed to it.
 */
@Singleton
final class Errands {

    private static final String NO_ADDRESS = "";

    private final PacketReader packets;
    private final CommandPublisher commands;
    private final Connections connections;
    private final int outboundLimit;

    Errands(
            PacketReader packets,
            CommandPublisher commands,
            Connections connections,
            GatewayConfig config) {
        this.packets = packets;
        this.commands = commands;
        this.connections = connections;
        this.outboundLimit = config.socket().outboundLimit();
    }

    /**
     * The content of the answer.
     *
     * @throws Rejection if the answer is an error, or there is no way to get one
     */
    JsonNode run(Caller caller, Route route, JsonNode payload) {
        var packet = packetOf(route, payload);
        var errand = new Errand();
        var connection = connect(errand);
        connections.add(connection);
        try {
            commands.publish(connection, caller, packet, route);
            return contentOf(errand.answer());
        } finally {
            connection.ended(true);
        }
    }

    private Packet packetOf(Route route, JsonNode payload) {
        var request = Map.of("request", Map.of(route.wireName(), payload));
        if (packets.read(Json.write(request)) instanceof Packet packet) {
            return packet;
        }
        throw new Rejection(ErrorCode.INVALID_DATA_FORMAT);
    }

    private Connection connect(Errand errand) {
        return new Connection(
                new ConnectionId(UUID.randomUUID().toString()),
                Dialect.SEED,
                NO_ADDRESS,
                errand,
                outboundLimit,
                connections::remove);
    }

    private static JsonNode contentOf(String answer) {
        var packet = Json.read(answer, ObjectNode.class);
        var content = packet.path("response").isMissingNode() ? packet : packet.get("response");
        if (content.has("error")) {
            throw new Rejection(Json.read(content.get("error").toString(), Failure.class));
        }
        return content;
    }
}

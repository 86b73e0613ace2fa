package parlance.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Map;
import parlance.contracts.Caller;
import parlance.contracts.ErrorBody;
import parlance.contracts.ErrorCode;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.gateway.command.CommandPublisher;
import parlance.gateway.packet.Packet;
import parlance.gateway.packet.PacketReader;
import parlance.gateway.reply.ReplyTo;
import parlance.kit.Rejection;

/** Sends a packet's command for an administrator, and waits for the answer. */
@Singleton
final class AdminCommands {

    private final PacketReader packets;
    private final CommandPublisher commands;

    AdminCommands(PacketReader packets, CommandPublisher commands) {
        this.packets = packets;
        this.commands = commands;
    }

    /**
     * The content of the answer, which comes by the route's deadline at the latest.
     *
     * @throws Rejection if the answer is an error, or there is no way to get one
     */
    JsonNode run(Caller caller, Route route, JsonNode payload) {
        var packet = packetOf(route, payload);
        var exchange = ReplyTo.HttpExchange.of(packet);
        commands.publish(exchange, caller, packet, route);
        return contentOf(exchange.answer().join());
    }

    private Packet packetOf(Route route, JsonNode payload) {
        var request = Map.of("request", Map.of(route.wireName(), payload));
        if (packets.read(Json.write(request)) instanceof Packet packet) {
            return packet;
        }
        throw new Rejection(ErrorCode.INVALID_DATA_FORMAT);
    }

    private static JsonNode contentOf(String answer) {
        var packet = Json.read(answer, ObjectNode.class);
        var content = packet.path("response").isMissingNode() ? packet : packet.get("response");
        if (content.has("error")) {
            throw new Rejection(Json.read(content.get("error").toString(), ErrorBody.class));
        }
        return content;
    }
}

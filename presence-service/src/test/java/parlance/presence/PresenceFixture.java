package parlance.presence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.contracts.connection.ConnectionEvent.ConnectionClosed;
import parlance.contracts.connection.ConnectionEvent.ConnectionOpened;
import parlance.testing.commands.CommandClient;

/** People who come and go in a test, as the gateways tell it. */
public record PresenceFixture(CommandClient client) {

    /** A user of the default organization whom no other test uses. */
    public static Caller person() {
        return personIn("default");
    }

    public static Caller personIn(String organization) {
        return new Caller(
                new OrganizationId(organization),
                new UserId(CommandClient.mintedId()),
                "login",
                new DeviceId("phone"),
                new SessionId("session"));
    }

    /** An organization of a test's own. */
    public static String organization() {
        return "org-" + UUID.randomUUID();
    }

    /** Connects, and the gateway says so. */
    public ConnectionId comes(Caller user) {
        var connection = client.connect(user);
        client.publish(
                new ConnectionOpened(
                        user.userId(),
                        user.organizationId(),
                        connection,
                        user.deviceId(),
                        Instant.EPOCH));
        return connection;
    }

    public void goes(Caller user, ConnectionId connection, Cause cause) {
        client.disconnect(user, connection);
        client.publish(new ConnectionClosed(user.userId(), connection, cause, Instant.EPOCH));
    }

    public void watches(Caller watcher, Caller watched) {
        client.ask(
                Route.USER_LAST_ACTIVITY_SUBSCRIBE,
                watcher,
                Map.of("id", watched.userId().value()));
    }

    /** What a connection has been told of a user, in order. */
    public List<JsonNode> told(ConnectionId connection, Caller of) {
        return client.lightsTo(connection).stream().map(packet -> valueIn(packet, of)).toList();
    }

    /** Waits until a connection has been told that the user is away. */
    public JsonNode awaitOffline(ConnectionId connection, Caller of) {
        return valueIn(
                client.awaitLight(connection, packet -> valueIn(packet, of).asLong() > 0), of);
    }

    /** Waits until a seed connection has been told that the user is there. */
    public void awaitOnline(ConnectionId connection, Caller of) {
        client.awaitLight(connection, packet -> valueIn(packet, of).asText().equals("online"));
    }

    private static JsonNode valueIn(JsonNode packet, Caller of) {
        return packet.path("last_activity").path(of.userId().value());
    }
}

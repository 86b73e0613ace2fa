package parlance.user;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;

/** Somebody with an account, for tests. The password is "secret". */
public record SignedUpUser(CommandClient client, Caller caller, JsonNode user) {

    public static SignedUpUser newOne(CommandClient client) {
        return with(client, Map.of());
    }

    /** With more than a login. */
    public static SignedUpUser with(CommandClient client, Map<String, String> details) {
        var request = new HashMap<>(Map.of("login", newName(), "password", "secret"));
        request.putAll(details);
        var answer = client.ask(Route.USER_CREATE, null, request);
        var user = answer.response().path("user");
        var caller =
                new Caller(
                        new OrganizationId("default"),
                        new UserId(user.path("_id").asText()),
                        user.path("login").asText(),
                        new DeviceId("77"),
                        new SessionId("5e5510000000000000000001"));
        return new SignedUpUser(client, caller, user);
    }

    public static String newName() {
        return "u" + UUID.randomUUID().toString().substring(0, 13);
    }

    public Answer asks(Route route, Object request) {
        return client.ask(route, caller, request);
    }

    public String id() {
        return caller.userId().value();
    }

    public String login() {
        return caller.login();
    }

    /** The same ids as seen from another organization. */
    public SignedUpUser in(String organization) {
        return new SignedUpUser(
                client,
                new Caller(
                        new OrganizationId(organization),
                        caller.userId(),
                        caller.login(),
                        caller.deviceId(),
                        caller.sessionId()),
                user);
    }
}

package parlance.push;

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

/** A user of nobody else's, for tests. */
public record TestUser(CommandClient client, Caller caller) {

    public static TestUser newOne(CommandClient client) {
        var caller =
                new Caller(
                        new OrganizationId("default"),
                        new UserId(CommandClient.mintedId()),
                        "ann",
                        new DeviceId("77"),
                        new SessionId("5e5510000000000000000001"));
        return new TestUser(client, caller);
    }

    public UserId id() {
        return caller.userId();
    }

    public Answer asks(Route route, Map<String, ?> request) {
        return client.ask(route, caller, request);
    }

    /** A token that no other device has. */
    public static String newToken() {
        return UUID.randomUUID().toString();
    }

    public static Map<String, Object> android(String device, String token) {
        return Map.of("platform", "android", "device_udid", device, "device_token", token);
    }

    public static Map<String, Object> browser(String device, String endpoint) {
        return Map.of(
                "platform",
                "web",
                "device_udid",
                device,
                "web_endpoint",
                endpoint,
                "web_key_auth",
                "YXV0aA",
                "web_key_p256dh",
                "a2V5");
    }
}

package parlance.gateway.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import parlance.contracts.Caller;
import parlance.testing.client.ChatClient;
import parlance.testing.client.WebSocketDialer;
import parlance.testing.http.Requests;

/** Clients of the gateway under test, which is ready by then. */
public final class Clients {

    private Clients() {}

    public static WebSocketDialer dial() {
        awaitReadiness();
        return WebSocketDialer.to(front());
    }

    public static ChatClient open() {
        return dial().open();
    }

    /** A client on which somebody is signed in. */
    public static ChatClient connect(Caller caller) {
        var client = open();
        signIn(client, caller);
        return client;
    }

    public static void signIn(ChatClient client, Caller caller) {
        var answer = client.ask("connect", credentials(caller));
        assertThat(answer.path("success").asBoolean()).as("%s", answer).isTrue();
    }

    public static Map<String, String> credentials(Caller caller) {
        return Map.of("token", Tokens.of(caller), "device_id", caller.deviceId().value());
    }

    /** An error as {@code status message}. */
    public static String errorIn(JsonNode answer) {
        var error = answer.path("error");
        return error.path("status").asText() + " " + error.path("message").asText();
    }

    public static URI front() {
        return URI.create("http://127.0.0.1:" + port("quarkus.http.test-port"));
    }

    /** The answer of the readiness probe, which is not waited for. */
    public static int readiness() {
        var url = "http://127.0.0.1:" + port("quarkus.management.test-port") + "/q/health/ready";
        return Requests.toAnywhere().get(url).statusCode();
    }

    private static void awaitReadiness() {
        await().untilAsserted(() -> assertThat(readiness()).isEqualTo(200));
    }

    private static int port(String property) {
        return ConfigProvider.getConfig().getValue(property, Integer.class);
    }
}

package parlance.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static parlance.gateway.environment.Clients.errorIn;
import static parlance.testing.waiting.Waiting.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;
import parlance.testing.client.ChatClient;
import parlance.testing.client.WebSocketDialer.Refused;
import parlance.testing.waiting.Waiting;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class DoorTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/any/where", "/_socket/seed", "/login"})
    void aSocketMayBeOpenedOnAnyPath(String path) {
        try (var client = Clients.dial().path(path).open()) {
            client.receivesNothingMore();
        }
    }

    @Test
    void aBrowserFromAnUnknownPlaceIsRefused() {
        var refused =
                catchThrowableOfType(
                        Refused.class, () -> Clients.dial().origin("https://evil.example").open());

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void aBrowserFromAKnownPlaceIsLetIn() {
        try (var client = Clients.dial().origin(GatewayEnvironment.KNOWN_ORIGIN).open()) {
            client.receivesNothingMore();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed", "client"})
    void theUrlSaysWhichDialectIsSpoken(String dialect) {
        try (var services = new Services();
                var client = Clients.dial().dialect(dialect).open()) {
            var id = client.request("user_login", Map.of("device_id", 1));

            var command = services.awaitCommand(Topic.AUTH_COMMANDS, id);
            assertThat(Services.header(command, RecordHeaderNames.DIALECT)).isEqualTo(dialect);
        }
    }

    @Test
    void tooLargeAFrameClosesTheSocket() {
        try (var client = Clients.open()) {
            client.sendText("{\"ping\":{\"a\":\"" + "x".repeat(1_100_000) + "\"}}");

            assertThat(client.awaitClosing(Waiting.LIMIT).code()).isEqualTo(1009);
        }
    }

    @Test
    void whoSendsTooMuchIsToldSoAndWhoGoesOnIsSentAway() {
        try (var client = Clients.open()) {
            flood(client, 5_000);

            assertThat(client.awaitClosing(Waiting.LIMIT).code()).isEqualTo(1008);
            var refused =
                    client.next(packet -> packet.path("response").has("error"), "refusal")
                            .path("response");
            assertThat(errorIn(refused)).isEqualTo("429 Too many requests.");
            assertThat(refused.path("error").path("retry_after").asInt()).isPositive();
        }
    }

    @Test
    void whoSendsTooManyBytesIsToldSo() {
        try (var client = Clients.open()) {
            var large = Map.of("a", "x".repeat(900_000));

            await().until(() ->
                    client.ask("ping", large).path("error").path("status").asInt() == 429);

            client.receivesNothingMore();
        }
    }

    @Test
    void aSilentClientIsKeptAsLongAsItAnswersPings() throws Exception {
        try (var client = Clients.open()) {
            // Longer than the idle timeout.
            await().during(Duration.ofSeconds(6)).until(client::isOpen);

            client.receivesNothingMore();
        }
    }

    private static void flood(ChatClient client, int packets) {
        try {
            for (int i = 0; i < packets; i++) {
                client.sendText("{\"request\":{\"ping\":{}}}");
            }
        } catch (AssertionError e) {
            // Sent away meanwhile.
        }
    }
}

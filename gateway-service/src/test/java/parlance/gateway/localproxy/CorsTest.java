package parlance.gateway.localproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static parlance.testing.http.ServiceRequests.anonymous;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.testing.client.WebSocketDialer.Refused;

/** What Quarkus's CORS filter does with the settings of Parlance (protocol 1.8). */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class CorsTest {

    private static final String UNKNOWN = "https://evil.example";

    @Inject MeterRegistry metrics;

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/login", "/nowhere"})
    void aPreflightIsAnsweredOnEveryPath(String path) {
        var answer =
                anonymous()
                        .header("Origin", GatewayEnvironment.KNOWN_ORIGIN)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-type,admin-api-key")
                        .options(path);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.asString()).isEmpty();
        letsIn(answer, GatewayEnvironment.KNOWN_ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Methods"))
                .contains("GET", "POST", "PUT", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .contains("Content-Type", "Authorization", "API-Key", "admin-api-key");
    }

    @Test
    void optionsAreAnsweredWithoutAPreflightToo() {
        anonymous().options("/nowhere").then().statusCode(204);

        var answer = from(GatewayEnvironment.KNOWN_ORIGIN, Method.OPTIONS, "/nowhere");
        assertThat(answer.statusCode()).isEqualTo(204);
        letsIn(answer, GatewayEnvironment.KNOWN_ORIGIN);
    }

    @Test
    void errorsCarryTheHeadersAsWell() {
        var answer = from(GatewayEnvironment.KNOWN_ORIGIN, Method.GET, "/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        letsIn(answer, GatewayEnvironment.KNOWN_ORIGIN);
    }

    @Test
    void theGatewaysOwnOriginIsLetIn() {
        var own = "http://" + Clients.front().getAuthority();

        var answer = from(own, Method.GET, "/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        letsIn(answer, own);
        try (var socket = Clients.dial().origin(own).open()) {
            socket.receivesNothingMore();
        }
    }

    @Test
    void theOwnHostIsLetInAlsoWhenAProxyEndsTls() {
        var host = Clients.front().getAuthority();

        assertThat(from("https://" + host, Method.GET, "/health").statusCode()).isEqualTo(200);
        assertThat(from("https://" + host + "0", Method.GET, "/health").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://CHAT.example", "https://chat.example:443", "https://chat.example/"})
    void aKnownOriginIsLetInHoweverItIsSpelled(String origin) {
        letsIn(from(origin, Method.GET, "/health"), GatewayEnvironment.KNOWN_ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "null", "file://", "https://chat.example.evil.example"})
    void anyOtherIsRefused(String origin) {
        for (var method : List.of(Method.GET, Method.POST, Method.OPTIONS)) {
            var answer = from(origin, method, "/login");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().getValues("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void aRefusedSocketIsCounted() {
        var before = refused();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Clients.dial().origin(UNKNOWN).open())
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(403));

        assertThat(refused()).isEqualTo(before + 1);
    }

    private double refused() {
        return metrics.counter("parlance_upgrades_refused", "reason", "origin").count();
    }

    private static Response from(String origin, Method method, String path) {
        return anonymous().header("Origin", origin).request(method, path);
    }

    private static void letsIn(Response answer, String origin) {
        var headers = answer.headers();
        assertThat(headers.getValues("Access-Control-Allow-Origin")).containsExactly(origin);
        assertThat(headers.getValues("Access-Control-Allow-Credentials")).containsExactly("true");
        assertThat(headers.getValues("Vary")).containsExactly("Origin");
    }
}

package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.testing.client.Answer;
import parlance.testing.client.Dial;
import parlance.testing.client.HttpDoor;

/** What else answers at the front door: health, keys, preflights, and nothing more. */
class HttpDoorIT {

    private static final Map<String, String> ORIGIN = Map.of("Origin", "https://chat.example");

    private final HttpDoor http = new HttpDoor(TestSuite.shared().frontDoor());

    @Test
    void saysThatItIsWell() {
        var answer = http.get("/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("ok");
        assertThat(answer.json().path("hostname").asText()).isNotEmpty();
    }

    @Test
    void publishesKeysWithoutTheirPrivateParts() {
        var answer = http.get("/.well-known/jwks.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("keys")).isNotEmpty();
        for (var key : answer.json().path("keys")) {
            assertThat(key.has("kid")).isTrue();
            assertThat(key.has("d")).isFalse();
        }
    }

    @Test
    void knowsNoOtherRoute() {
        for (var path : List.of("/nope", "/login", "/logout", "/login/more")) {
            var answer = http.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.text()).isEqualTo("Route not found");
            assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain");
        }
    }

    @Test
    void hidesWhatIsInternalEvenFromThoseWhoKnowTheToken() {
        var token = TestSuite.shared().environment().get("PARLANCE_SERVICE_TOKEN");

        for (var path :
                List.of(
                        "/internal/users/find",
                        "/internal/conversations/heads",
                        "//internal/users/find",
                        "/login/../internal/users/find",
                        "/%69nternal/users/find",
                        "/q/health",
                        "/q/metrics")) {
            var answer = http.postJson(path, "{}", HttpDoor.bearer(token));
            assertThat(answer.status()).as(path + " " + answer.text()).isBetween(400, 404);
            assertThat(http.get(path, HttpDoor.bearer(token)).status()).isBetween(400, 404);
        }
    }

    @Test
    void answersAPreflight() {
        for (var path : List.of("/login", "/logout", "/health", "/nope")) {
            var answer = http.send("OPTIONS", path, BodyPublishers.noBody(), ORIGIN);
            assertThat(answer.status()).as(path).isEqualTo(204);
            assertThat(answer.text()).isEmpty();
            letsTheBrowserIn(answer);
        }
    }

    @Test
    void letsBrowsersSeeAnswersAndErrors() {
        letsTheBrowserIn(http.get("/health", ORIGIN));
        letsTheBrowserIn(http.get("/nope", ORIGIN));
        letsTheBrowserIn(http.login(Map.of(), ORIGIN));
        letsTheBrowserIn(http.logout(ORIGIN));
    }

    private static void letsTheBrowserIn(Answer answer) {
        assertThat(answer.headers("Access-Control-Allow-Origin"))
                .containsExactly("https://chat.example");
        assertThat(answer.headers("Access-Control-Allow-Credentials")).containsExactly("true");
        assertThat(answer.header("Access-Control-Allow-Methods").orElse(""))
                .contains("GET", "POST", "PUT", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers").orElse(""))
                .contains("Content-Type", "Authorization", "API-Key", "admin-api-key");
        assertThat(String.join(",", answer.headers("Vary"))).contains("Origin");
    }

    @Test
    void opensASocketOnAnyPathAndFromAnyOriginOfADeveloper() {
        var front = Dial.to(TestSuite.shared().frontDoor());

        for (var dial :
                List.of(
                        front,
                        front.path("/chat/ws"),
                        front.origin("http://localhost:3000"),
                        front.dialect("client"))) {
            try (var socket = dial.open()) {
                socket.receivesNothingMore();
            }
        }
    }
}

package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static parlance.e2e.client.FrontDoor.json;
import static parlance.e2e.client.FrontDoor.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.TestSuite;
import parlance.testing.client.WebSocketDialer;
import parlance.testing.waiting.Waiting;

/** What else answers at the front door: health, keys, preflights, and nothing more. */
class FrontDoorIT {

    private static final String ORIGIN = "https://chat.example";

    @Test
    void saysThatItIsWell() {
        var answer = request().get("/health");

        answer.then().statusCode(200);
        assertThat(answer.as(JsonNode.class).path("status").asText()).isEqualTo("ok");
        assertThat(answer.as(JsonNode.class).path("hostname").asText()).isNotEmpty();
    }

    @Test
    void publishesKeysWithoutTheirPrivateParts() {
        var answer = request().get("/.well-known/jwks.json");

        answer.then().statusCode(200);
        assertThat(answer.as(JsonNode.class).path("keys")).isNotEmpty();
        for (var key : answer.as(JsonNode.class).path("keys")) {
            assertThat(key.has("kid")).isTrue();
            assertThat(key.has("d")).isFalse();
        }
    }

    @Test
    void knowsNoOtherRoute() {
        for (var path : List.of("/nope", "/login", "/logout", "/login/more")) {
            var answer = request().get(path);
            answer.then().statusCode(404).body(equalTo("Route not found"));
            answer.then().contentType(startsWith("text/plain"));
        }
    }

    @Test
    void hidesWhatIsInternalEvenFromThoseWhoKnowTheToken() throws Exception {
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
            assertThat(status(path, token, "POST", "{}")).as(path).isBetween(400, 404);
            assertThat(status(path, token, "GET", "")).as(path).isBetween(400, 404);
        }
    }

    /** By the JDK's client: REST Assured's takes slashes at the start of a path for one. */
    private static int status(String path, String token, String method, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(TestSuite.shared().frontDoor() + path))
                        .timeout(Waiting.LIMIT)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void answersAPreflight() {
        for (var path : List.of("/login", "/logout", "/health", "/nope")) {
            var answer = request().header("Origin", ORIGIN).options(path);
            answer.then().statusCode(204).body(emptyString());
            letsTheBrowserIn(answer);
        }
    }

    @Test
    void letsBrowsersSeeAnswersAndErrors() {
        letsTheBrowserIn(request().header("Origin", ORIGIN).get("/health"));
        letsTheBrowserIn(request().header("Origin", ORIGIN).get("/nope"));
        letsTheBrowserIn(json(Map.of()).header("Origin", ORIGIN).post("/login"));
        letsTheBrowserIn(request().header("Origin", ORIGIN).post("/logout"));
    }

    private static void letsTheBrowserIn(Response answer) {
        assertThat(answer.headers().getValues("Access-Control-Allow-Origin"))
                .containsExactly(ORIGIN);
        assertThat(answer.headers().getValues("Access-Control-Allow-Credentials"))
                .containsExactly("true");
        assertThat(answer.header("Access-Control-Allow-Methods"))
                .contains("GET", "POST", "PUT", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .contains("Content-Type", "Authorization", "API-Key", "admin-api-key");
        assertThat(String.join(",", answer.headers().getValues("Vary"))).contains("Origin");
    }

    @Test
    void opensASocketOnAnyPathAndFromAnyOriginOfADeveloper() {
        var front = WebSocketDialer.to(TestSuite.shared().frontDoor());

        for (var webSocketDialer :
                List.of(
                        front,
                        front.path("/chat/ws"),
                        front.origin("http://localhost:3000"),
                        front.dialect("client"))) {
            try (var socket = webSocketDialer.open()) {
                socket.receivesNothingMore();
            }
        }
    }
}

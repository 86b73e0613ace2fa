package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static parlance.e2e.client.FrontDoor.json;
import static parlance.e2e.client.FrontDoor.request;
import static parlance.e2e.client.Story.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Person;
import parlance.testing.http.SessionTokens;
import parlance.testing.http.Transport;

/** POST /login of protocol 1.8, in every variant. */
class HttpLoginIT {

    @Test
    void aPasswordGivesAUserATokenAndACookie() throws Exception {
        story(ann -> {
            var before = System.currentTimeMillis();

            var answer = json(ann.credentials("laptop")).post("/login");

            answer.then().statusCode(200);
            assertThat(answer.as(JsonNode.class).path("user")).isEqualTo(ann.user());
            assertThat(answer.as(JsonNode.class).path("expired_at").asLong()).isGreaterThan(before);
            assertThat(answer.headers().getValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("refresh_token=s%3A")
                    .contains("; Max-Age=1209600", "; HttpOnly", "; SameSite=Lax")
                    .doesNotContain("Domain", "Path", "Secure");
            var claims = claimsOf(SessionTokens.in(answer).accessToken());
            assertThat(claims).contains("\"_id\":\"" + ann.id() + "\"").contains("\"laptop\"");
        });
    }

    private static String claimsOf(String jwt) {
        var payload = Base64.getUrlDecoder().decode(jwt.split("\\.")[1]);
        return new String(payload, StandardCharsets.UTF_8);
    }

    @Test
    void theDeviceMayBeANumberAndTheLoginInCapitals() throws Exception {
        story(ann -> {
            var credentials = new HashMap<>(ann.credentials("77"));
            credentials.put("device_id", 77);
            credentials.put("login", ann.login.toUpperCase(Locale.ROOT));

            var token = SessionTokens.in(json(credentials).post("/login")).accessToken();

            assertThat(
                            ann.first()
                                    .socket
                                    .get("connect", Map.of("token", token, "device_id", "77"))
                                    .path("success")
                                    .asBoolean())
                    .isTrue();
        });
    }

    @Test
    void anAccessTokenSignsItsDeviceInAgain() throws Exception {
        story(ann -> {
            var first = SessionTokens.in(json(ann.credentials("laptop")).post("/login"));

            var again =
                    json(device("laptop"))
                            .header("Authorization", "Bearer " + first.accessToken())
                            .post("/login");

            again.then().statusCode(200);
            var tokens = SessionTokens.in(again);
            assertThat(tokens.accessToken()).isNotEqualTo(first.accessToken());
            assertThat(tokens.cookie()).isNotEqualTo(first.cookie());
            refused(
                    json(device("other"))
                            .header("Authorization", "Bearer " + first.accessToken())
                            .post("/login"),
                    422,
                    "The token has expired.");
        });
    }

    @Test
    void aCookieSignsItsDeviceInAgainAndIsReplaced() throws Exception {
        story(ann -> {
            var first = SessionTokens.in(json(ann.credentials("laptop")).post("/login"));

            var again = json(device("laptop")).header("Cookie", first.cookie()).post("/login");

            again.then().statusCode(200);
            assertThat(again.as(JsonNode.class).path("user").path("_id").asText())
                    .isEqualTo(ann.id());
            var tokens = SessionTokens.in(again);
            assertThat(tokens.cookie()).isNotEqualTo(first.cookie());
            // A client that repeats a request is not punished.
            json(device("laptop"))
                    .header("Cookie", first.cookie())
                    .post("/login")
                    .then()
                    .statusCode(200);
            refused(
                    json(device("other")).header("Cookie", tokens.cookie()).post("/login"),
                    422,
                    "The token has expired.");
        });
    }

    @Test
    void aCookieThatWeDidNotSignIsNone() throws Exception {
        story(ann -> {
            var valid = SessionTokens.in(json(ann.credentials("laptop")).post("/login")).cookie();
            var forged = valid.substring(0, valid.length() - 3) + "AAA";

            for (var cookie : new String[] {forged, "refresh_token=abc", "other=1"}) {
                refused(
                        json(device("laptop")).header("Cookie", cookie).post("/login"),
                        401,
                        "Missing authentication credentials.");
            }
        });
    }

    @Test
    void aValidCookieHelpsWhereTheTokenDoesNot() throws Exception {
        story(ann -> {
            var first = SessionTokens.in(json(ann.credentials("laptop")).post("/login"));

            var headers = Map.of("Cookie", first.cookie(), "Authorization", "Bearer stale");
            json(device("laptop")).headers(headers).post("/login").then().statusCode(200);

            refused(
                    json(device("laptop")).header("Authorization", "Bearer stale").post("/login"),
                    422,
                    "The token has expired.");
        });
    }

    @Test
    void aPasswordWinsOverAStaleToken() throws Exception {
        story(ann -> {
            var answer =
                    json(ann.credentials("laptop"))
                            .header("Authorization", "Bearer stale")
                            .post("/login");
            answer.then().statusCode(200);
        });
    }

    @Test
    void whatIsMissingOrWrongIsSaidInPlainText() throws Exception {
        story(ann -> {
            var wrong = new HashMap<>(ann.credentials("laptop"));
            wrong.put("password", "not this one");
            var incorrect = "Incorrect username or password.";
            refused(json(wrong).post("/login"), 401, incorrect);
            wrong.put("login", "nobody-" + ann.login);
            refused(json(wrong).post("/login"), 401, incorrect);

            refused(
                    json(Map.of("login", ann.login)).post("/login"),
                    422,
                    "'device_id' is required.");
            refused(
                    request().contentType(ContentType.JSON).body("{broken").post("/login"),
                    422,
                    "'device_id' is required.");
            refused(
                    json(device("laptop")).post("/login"),
                    401,
                    "Missing authentication credentials.");
        });
    }

    @Test
    void whoeverAsksForJsonGetsErrorsAsJson() {
        var answer = json(device("laptop")).header("Accept", "application/json").post("/login");

        answer.then().statusCode(401);
        assertThat(answer.as(JsonNode.class).path("status").asInt()).isEqualTo(401);
        assertThat(answer.as(JsonNode.class).path("message").asText())
                .isEqualTo("Missing authentication credentials.");
    }

    @Test
    void aBodyMayComeInChunks() throws Exception {
        story(ann -> {
            var json =
                    """
                    {"login":"%s","password":"%s","device_id":"laptop"}
                    """
                            .formatted(ann.login, Person.PASSWORD);

            var answer =
                    request()
                            .config(Transport.inChunks())
                            .contentType("application/json; charset=utf-8")
                            .body(json)
                            .post("/login");

            answer.then().statusCode(200);
        });
    }

    private static Map<String, String> device(String id) {
        return Map.of("device_id", id);
    }

    private static void refused(Response answer, int status, String text) {
        answer.then().statusCode(status).body(equalTo(text));
        answer.then().contentType(startsWith("text/plain"));
    }
}

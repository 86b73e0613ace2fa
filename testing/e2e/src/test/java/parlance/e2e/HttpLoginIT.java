package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.Story.story;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.testing.client.Answer;
import parlance.testing.client.HttpDoor;

/** POST /login of protocol 1.8, in every variant. */
class HttpLoginIT {

    private final HttpDoor http = new HttpDoor(TestSuite.shared().frontDoor());

    @Test
    void aPasswordGivesAUserATokenAndACookie() throws Exception {
        story(ann -> {
            var before = System.currentTimeMillis();

            var answer = http.login(ann.credentials("laptop"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("user")).isEqualTo(ann.user());
            assertThat(answer.json().path("expired_at").asLong()).isGreaterThan(before);
            assertThat(answer.headers("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("refresh_token=s%3A")
                    .contains("; Max-Age=1209600", "; HttpOnly", "; SameSite=Lax")
                    .doesNotContain("Domain", "Path", "Secure");
            var claims = claimsOf(answer.accessToken());
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

            var token = http.login(credentials).accessToken();

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
            var first = http.login(ann.credentials("laptop"));

            var again = http.login(device("laptop"), HttpDoor.bearer(first.accessToken()));

            assertThat(again.status()).as(again.text()).isEqualTo(200);
            assertThat(again.accessToken()).isNotEqualTo(first.accessToken());
            assertThat(again.cookie()).isNotEqualTo(first.cookie());
            refused(
                    http.login(device("other"), HttpDoor.bearer(first.accessToken())),
                    422,
                    "The token has expired.");
        });
    }

    @Test
    void aCookieSignsItsDeviceInAgainAndIsReplaced() throws Exception {
        story(ann -> {
            var first = http.login(ann.credentials("laptop"));

            var again = http.login(device("laptop"), cookie(first));

            assertThat(again.status()).as(again.text()).isEqualTo(200);
            assertThat(again.json().path("user").path("_id").asText()).isEqualTo(ann.id());
            assertThat(again.cookie()).isNotEqualTo(first.cookie());
            // A client that repeats a request is not punished.
            assertThat(http.login(device("laptop"), cookie(first)).status()).isEqualTo(200);
            refused(http.login(device("other"), cookie(again)), 422, "The token has expired.");
        });
    }

    @Test
    void aCookieThatWeDidNotSignIsNone() throws Exception {
        story(ann -> {
            var valid = http.login(ann.credentials("laptop")).cookie();
            var forged = valid.substring(0, valid.length() - 3) + "AAA";

            for (var cookie : new String[] {forged, "refresh_token=abc", "other=1"}) {
                refused(
                        http.login(device("laptop"), Map.of("Cookie", cookie)),
                        401,
                        "Missing authentication credentials.");
            }
        });
    }

    @Test
    void aValidCookieHelpsWhereTheTokenDoesNot() throws Exception {
        story(ann -> {
            var first = http.login(ann.credentials("laptop"));
            var headers = new HashMap<>(cookie(first));

            headers.put("Authorization", "Bearer stale");
            assertThat(http.login(device("laptop"), headers).status()).isEqualTo(200);

            refused(
                    http.login(device("laptop"), HttpDoor.bearer("stale")),
                    422,
                    "The token has expired.");
        });
    }

    @Test
    void aPasswordWinsOverAStaleToken() throws Exception {
        story(ann -> {
            var answer = http.login(ann.credentials("laptop"), HttpDoor.bearer("stale"));
            assertThat(answer.status()).isEqualTo(200);
        });
    }

    @Test
    void whatIsMissingOrWrongIsSaidInPlainText() throws Exception {
        story(ann -> {
            var wrong = new HashMap<>(ann.credentials("laptop"));
            wrong.put("password", "not this one");
            var incorrect = "Incorrect username or password.";
            refused(http.login(wrong), 401, incorrect);
            wrong.put("login", "nobody-" + ann.login);
            refused(http.login(wrong), 401, incorrect);

            refused(http.login(Map.of("login", ann.login)), 422, "'device_id' is required.");
            refused(http.postJson("/login", "{broken", Map.of()), 422, "'device_id' is required.");
            refused(http.login(device("laptop")), 401, "Missing authentication credentials.");
        });
    }

    @Test
    void whoeverAsksForJsonGetsErrorsAsJson() {
        var answer = http.login(device("laptop"), Map.of("Accept", "application/json"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("status").asInt()).isEqualTo(401);
        assertThat(answer.json().path("message").asText())
                .isEqualTo("Missing authentication credentials.");
    }

    @Test
    void aBodyMayComeInChunks() throws Exception {
        story(ann -> {
            var json =
                    """
                    {"login":"%s","password":"%s","device_id":"laptop"}
                    """
                            .formatted(ann.login, Person.PASSWORD)
                            .getBytes(StandardCharsets.UTF_8);

            var answer =
                    http.send(
                            "POST",
                            "/login",
                            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json)),
                            Map.of("Content-Type", "application/json; charset=utf-8"));

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        });
    }

    private static Map<String, String> device(String id) {
        return Map.of("device_id", id);
    }

    private static Map<String, String> cookie(Answer login) {
        return Map.of("Cookie", login.cookie());
    }

    private static void refused(Answer answer, int status, String text) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo(text);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain");
    }
}

package parlance.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.auth.HttpDoor;
import parlance.auth.UserServiceStandIn;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class LoginResourceTest {

    @TestHTTPResource URI base;

    private final String login = UUID.randomUUID().toString().substring(0, 12);
    private HttpDoor door;

    @BeforeEach
    void findTheDoor() {
        door = new HttpDoor(base);
    }

    @Test
    void aPasswordBringsTheUserATokenAndOneCookie() {
        var answer = door.logIn(login, "77");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("user").path("_id").asText())
                .isEqualTo(UserServiceStandIn.idOf(login));
        assertThat(answer.accessToken().split("\\.")).hasSize(3);
        assertThat(Instant.ofEpochMilli(answer.json().path("expired_at").asLong()))
                .isBetween(
                        Instant.now().plus(Duration.ofSeconds(10_790)),
                        Instant.now().plus(Duration.ofSeconds(10_801)));
        assertThat(answer.setCookies())
                .singleElement()
                .asString()
                .startsWith("refresh_token=s%3A")
                .endsWith("; Max-Age=1209600; HttpOnly; Secure; SameSite=Lax");
    }

    @Test
    void theDeviceIsAskedForFirst() {
        var missing = "'device_id' is required.";

        assertThat(door.post("/login", "{\"login\":\"a\",\"password\":\"b\"}").text())
                .isEqualTo(missing);
        assertThat(door.post("/login", "{broken").text()).isEqualTo(missing);
        assertThat(door.post("/login", "").text()).isEqualTo(missing);
        assertThat(door.post("/login", "[]").status()).isEqualTo(422);
        assertThat(door.post("/login", "{\"device_id\":{}}").status()).isEqualTo(422);
    }

    @Test
    void errorsArePlainTextUnlessJsonIsAskedFor() {
        var plain = door.post("/login", "{}");
        var json = door.post("/login", "{}", "Accept", "application/json");

        assertThat(plain.http().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        assertThat(json.json().path("status").asInt()).isEqualTo(422);
        assertThat(json.json().path("message").asText()).isEqualTo("'device_id' is required.");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookTheSame() {
        var wrong =
                door.post(
                        "/login",
                        "{\"device_id\":1,\"login\":\"" + login + "\",\"password\":\"x\"}");
        var unknown = door.logIn("nobody", "1");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).isEqualTo("Incorrect username or password.");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @Test
    void withoutAnythingToProveThereIsNothing() {
        var answer = door.post("/login", "{\"device_id\":\"77\"}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("Missing authentication credentials.");
    }

    @Test
    void anAccessTokenOfTheDeviceSignsInAgain() {
        var first = door.logIn(login, "77");

        var again = withBearer("77", first.accessToken());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(again.setCookies()).hasSize(1);
        assertThat(again.cookie()).isNotEqualTo(first.cookie());
    }

    @Test
    void anAccessTokenOfAnotherDeviceDoesNot() {
        var answer = withBearer("88", door.logIn(login, "77").accessToken());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).isEqualTo("The token has expired.");
    }

    @Test
    void aGoodCookieMakesUpForAStaleAccessToken() {
        var first = door.logIn(login, "77");

        var answer =
                door.post(
                        "/login",
                        "{\"device_id\":77}",
                        "Authorization",
                        "Bearer stale",
                        "Cookie",
                        first.cookie());

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aPasswordWinsOverAStaleAccessToken() {
        var answer =
                door.post(
                        "/login",
                        "{\"device_id\":1,\"login\":\"" + login + "\",\"password\":\"secret\"}",
                        "Authorization",
                        "Bearer stale");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void anEmptyPasswordIsNoneAndTheCookieCounts() {
        var first = door.logIn(login, "77");

        var answer =
                door.post(
                        "/login",
                        "{\"device_id\":77,\"login\":\"" + login + "\",\"password\":\"\"}",
                        "Cookie",
                        first.cookie());

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void theSecondWordOfTheHeaderIsTheTokenWhateverTheFirst() {
        var token = door.logIn(login, "77").accessToken();

        assertThat(withAuthorization("77", "JWT " + token).status()).isEqualTo(200);
        assertThat(withAuthorization("77", token).status()).isEqualTo(401);
    }

    @Test
    void aBodyOfAnotherTypeSaysNothing() {
        var answer = door.post("/login", "{\"device_id\":1}", "Content-Type", "text/plain");

        assertThat(answer.text()).isEqualTo("'device_id' is required.");
    }

    @Test
    void aCookieRenewsTheSessionOfItsDeviceOnly() {
        var first = door.logIn(login, "77");

        var renewed = withCookie("77", first.cookie());
        var elsewhere = withCookie("88", renewed.cookie());

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.cookie()).isNotEqualTo(first.cookie());
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.text()).isEqualTo("The token has expired.");
    }

    @Test
    void anUnsignedCookieCountsAsAbsent() {
        var answer = withCookie("77", "refresh_token=something");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("Missing authentication credentials.");
    }

    @Test
    void aReplacedCookieIsTakenForAWhileAndThenEndsTheSession() {
        var first = door.logIn(login, "77");
        var second = withCookie("77", first.cookie());
        assertThat(withCookie("77", first.cookie()).status()).isEqualTo(200);

        var deadline = Instant.now().plusSeconds(20);
        while (withCookie("77", first.cookie()).status() == 200) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }

        assertThat(withCookie("77", second.cookie()).status()).isEqualTo(422);
        assertThat(withBearer("77", second.accessToken()).status()).isEqualTo(422);
    }

    @Test
    void aBodyInChunksIsReadToo() {
        var body = "{\"device_id\":1,\"login\":\"" + login + "\",\"password\":\"secret\"}";
        var chunked =
                HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));

        assertThat(door.post("/login", chunked).status()).isEqualTo(200);
    }

    @Test
    void whatIsNoRouteIsNotFound() {
        for (var answer : new HttpDoor.Answer[] {door.get("/login"), door.get("/nowhere")}) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).isEqualTo("Route not found");
        }
    }

    @Test
    void theKeysArePublished() {
        var keys = door.get("/.well-known/jwks.json").json().path("keys");

        assertThat(keys).hasSize(1);
        assertThat(keys.path(0).path("kty").asText()).isEqualTo("RSA");
        assertThat(keys.path(0).has("d")).isFalse();
    }

    private HttpDoor.Answer withBearer(String device, String token) {
        return withAuthorization(device, "Bearer " + token);
    }

    private HttpDoor.Answer withAuthorization(String device, String header) {
        return door.post("/login", "{\"device_id\":\"" + device + "\"}", "Authorization", header);
    }

    private HttpDoor.Answer withCookie(String device, String cookie) {
        return door.post("/login", "{\"device_id\":\"" + device + "\"}", "Cookie", cookie);
    }
}

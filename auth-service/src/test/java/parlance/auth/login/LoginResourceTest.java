package parlance.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static parlance.auth.Logins.json;
import static parlance.auth.Logins.logIn;
import static parlance.auth.Logins.signIn;
import static parlance.testing.http.ServiceRequests.anonymous;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.auth.UserServiceStandIn;
import parlance.testing.http.SessionTokens;
import parlance.testing.http.Transport;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class LoginResourceTest {

    private final String login = UUID.randomUUID().toString().substring(0, 12);

    @Test
    void aPasswordBringsTheUserATokenAndOneCookie() {
        var answer = logIn(login, "secret", "77");

        answer.then().statusCode(200);
        var body = answer.as(JsonNode.class);
        assertThat(body.path("user").path("_id").asText())
                .isEqualTo(UserServiceStandIn.idOf(login));
        assertThat(SessionTokens.in(answer).accessToken().split("\\.")).hasSize(3);
        assertThat(Instant.ofEpochMilli(body.path("expired_at").asLong()))
                .isBetween(
                        Instant.now().plus(Duration.ofSeconds(10_790)),
                        Instant.now().plus(Duration.ofSeconds(10_801)));
        assertThat(answer.headers().getValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("refresh_token=s%3A")
                .endsWith("; Max-Age=1209600; HttpOnly; Secure; SameSite=Lax");
    }

    @Test
    void theDeviceIsAskedForFirst() {
        var missing = "'device_id' is required.";

        assertThat(json("{\"login\":\"a\",\"password\":\"b\"}").post("/login").asString())
                .isEqualTo(missing);
        assertThat(json("{broken").post("/login").asString()).isEqualTo(missing);
        assertThat(json("").post("/login").asString()).isEqualTo(missing);
        json("[]").post("/login").then().statusCode(422);
        json("{\"device_id\":{}}").post("/login").then().statusCode(422);
    }

    @Test
    void errorsArePlainTextUnlessJsonIsAskedFor() {
        var plain = json("{}").post("/login");
        var json = json("{}").header("Accept", "application/json").post("/login");

        plain.then().contentType(startsWith("text/plain"));
        assertThat(json.as(JsonNode.class).path("status").asInt()).isEqualTo(422);
        assertThat(json.as(JsonNode.class).path("message").asText())
                .isEqualTo("'device_id' is required.");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookTheSame() {
        var wrong = logIn(login, "x", "1");
        var unknown = logIn("nobody", "secret", "1");

        wrong.then().statusCode(401).body(equalTo("Incorrect username or password."));
        unknown.then().statusCode(401).body(equalTo(wrong.asString()));
    }

    @Test
    void withoutAnythingToProveThereIsNothing() {
        var answer = json("{\"device_id\":\"77\"}").post("/login");

        answer.then().statusCode(401).body(equalTo("Missing authentication credentials."));
    }

    @Test
    void anAccessTokenOfTheDeviceSignsInAgain() {
        var first = signIn(login, "77");

        var again = withBearer("77", first.accessToken());

        again.then().statusCode(200);
        assertThat(again.headers().getValues("Set-Cookie")).hasSize(1);
        var tokens = SessionTokens.in(again);
        assertThat(tokens.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(tokens.cookie()).isNotEqualTo(first.cookie());
    }

    @Test
    void anAccessTokenOfAnotherDeviceDoesNot() {
        var answer = withBearer("88", signIn(login, "77").accessToken());

        answer.then().statusCode(422).body(equalTo("The token has expired."));
    }

    @Test
    void aGoodCookieMakesUpForAStaleAccessToken() {
        var first = signIn(login, "77");

        var answer =
                json("{\"device_id\":77}")
                        .header("Authorization", "Bearer stale")
                        .header("Cookie", first.cookie())
                        .post("/login");

        answer.then().statusCode(200);
    }

    @Test
    void aPasswordWinsOverAStaleAccessToken() {
        var answer =
                json("{\"device_id\":1,\"login\":\"" + login + "\",\"password\":\"secret\"}")
                        .header("Authorization", "Bearer stale")
                        .post("/login");

        answer.then().statusCode(200);
    }

    @Test
    void anEmptyPasswordIsNoneAndTheCookieCounts() {
        var first = signIn(login, "77");

        var answer =
                json("{\"device_id\":77,\"login\":\"" + login + "\",\"password\":\"\"}")
                        .header("Cookie", first.cookie())
                        .post("/login");

        answer.then().statusCode(200);
    }

    @Test
    void theSecondWordOfTheHeaderIsTheTokenWhateverTheFirst() {
        var token = signIn(login, "77").accessToken();

        withAuthorization("77", "JWT " + token).then().statusCode(200);
        withAuthorization("77", token).then().statusCode(401);
    }

    @Test
    void aBodyOfAnotherTypeSaysNothing() {
        var answer = json("{\"device_id\":1}").contentType("text/plain").post("/login");

        assertThat(answer.asString()).isEqualTo("'device_id' is required.");
    }

    @Test
    void aCookieRenewsTheSessionOfItsDeviceOnly() {
        var first = signIn(login, "77");

        var renewed = SessionTokens.in(withCookie("77", first.cookie()));
        var elsewhere = withCookie("88", renewed.cookie());

        assertThat(renewed.cookie()).isNotEqualTo(first.cookie());
        elsewhere.then().statusCode(422).body(equalTo("The token has expired."));
    }

    @Test
    void anUnsignedCookieCountsAsAbsent() {
        var answer = withCookie("77", "refresh_token=something");

        answer.then().statusCode(401).body(equalTo("Missing authentication credentials."));
    }

    @Test
    void aCookieWhoseSuccessorWasUsedIsTakenForAWhileAndThenEndsTheSession() {
        var first = signIn(login, "77");
        var lost = SessionTokens.in(withCookie("77", first.cookie()));
        var second = SessionTokens.in(withCookie("77", lost.cookie()));
        withCookie("77", first.cookie()).then().statusCode(200);

        await().pollInterval(Duration.ofMillis(250))
                .until(() -> withCookie("77", first.cookie()).statusCode() != 200);

        withCookie("77", second.cookie()).then().statusCode(422);
        withBearer("77", second.accessToken()).then().statusCode(422);
    }

    @Test
    void aBodyInChunksIsReadToo() {
        var body = "{\"device_id\":1,\"login\":\"" + login + "\",\"password\":\"secret\"}";

        json(body).config(Transport.inChunks()).post("/login").then().statusCode(200);
    }

    @Test
    void whatIsNoRouteIsNotFound() {
        for (var path : List.of("/login", "/nowhere")) {
            anonymous().get(path).then().statusCode(404).body(equalTo("Route not found"));
        }
    }

    @Test
    void theKeysArePublished() {
        var keys = anonymous().get("/.well-known/jwks.json").as(JsonNode.class).path("keys");

        assertThat(keys).hasSize(1);
        assertThat(keys.path(0).path("kty").asText()).isEqualTo("RSA");
        assertThat(keys.path(0).has("d")).isFalse();
    }

    @Test
    void anAuthorizationThatIsNotUnderstoodChangesNoAnswer() {
        for (var header : List.of("Bearer no.token.really", "Basic YW5uOnNlY3JldA==", "?")) {
            json("{}").header("Authorization", header).post("/nowhere").then().statusCode(404);
        }
    }

    private Response withBearer(String device, String token) {
        return withAuthorization(device, "Bearer " + token);
    }

    private Response withAuthorization(String device, String header) {
        return json("{\"device_id\":\"" + device + "\"}")
                .header("Authorization", header)
                .post("/login");
    }

    private Response withCookie(String device, String cookie) {
        return json("{\"device_id\":\"" + device + "\"}").header("Cookie", cookie).post("/login");
    }
}

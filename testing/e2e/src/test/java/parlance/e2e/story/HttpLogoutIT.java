package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static parlance.e2e.client.FrontDoor.json;
import static parlance.e2e.client.FrontDoor.request;
import static parlance.e2e.client.Story.story;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Person;
import parlance.testing.http.SessionTokens;

/** POST /logout of protocol 1.8. */
class HttpLogoutIT {

    @Test
    void endsTheSessionAndLeavesTheSocketOpen() throws Exception {
        story(ann -> {
            var login = signIn(ann, "laptop");
            var token = Map.of("token", login.accessToken(), "device_id", "laptop");
            var socket = ann.first().socket;
            socket.get("connect", token);

            var answer =
                    request()
                            .headers(credentials(login.accessToken(), login.cookie()))
                            .post("/logout");

            answer.then().statusCode(200);
            assertThat(answer.as(JsonNode.class).path("success").asBoolean()).isTrue();
            assertThat(answer.headers().getValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("refresh_token=")
                    .contains("Max-Age=0");
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() ->
                            Person.assertError(
                                    socket.ask("conversation_list", Map.of()),
                                    401,
                                    "Unauthorized."));
            Person.assertError(socket.ask("connect", token), 422, "The token has expired.");
            assertThat(socket.isOpen()).isTrue();
            var gone = Map.of("Authorization", "Bearer " + login.accessToken());
            json(Map.of("device_id", "laptop")).headers(gone).post("/login").then().statusCode(422);
            json(Map.of("device_id", "laptop"))
                    .header("Cookie", login.cookie())
                    .post("/login")
                    .then()
                    .statusCode(422);
        });
    }

    @Test
    void otherDevicesStaySignedIn() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var login = signIn(ann, "laptop");

            request().headers(credentials(login.accessToken(), login.cookie())).post("/logout");

            bob.receives(ann.sends(lunch, "still here"));
        });
    }

    @Test
    void needsTheTokenOrTheCookie() throws Exception {
        story(ann -> {
            var laptop = signIn(ann, "laptop");
            var tablet = signIn(ann, "tablet");
            var phone = signIn(ann, "phone");

            refused(request().post("/logout"), 401, "Missing authentication credentials.");
            request().header("Cookie", laptop.cookie()).post("/logout").then().statusCode(200);
            request()
                    .headers(credentials("expired", tablet.cookie()))
                    .post("/logout")
                    .then()
                    .statusCode(200);
            request()
                    .header("Authorization", "Bearer " + phone.accessToken())
                    .post("/logout")
                    .then()
                    .statusCode(200);
            refused(
                    request().headers(credentials(laptop.accessToken(), "")).post("/logout"),
                    401,
                    "Missing authentication credentials.");
        });
    }

    private static Map<String, String> credentials(String token, String cookie) {
        return Map.of("Authorization", "Bearer " + token, "Cookie", cookie);
    }

    private static SessionTokens signIn(Person person, String device) {
        return SessionTokens.in(json(person.credentials(device)).post("/login"));
    }

    private static void refused(Response answer, int status, String text) {
        answer.then().statusCode(status).body(equalTo(text));
    }
}

package parlance.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.Story.story;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.testing.client.Answer;
import parlance.testing.client.HttpDoor;
import parlance.testing.client.Patience;

/** POST /logout of protocol 1.8. */
class HttpLogoutIT {

    private final HttpDoor http = new HttpDoor(TestSuite.shared().frontDoor());

    @Test
    void endsTheSessionAndLeavesTheSocketOpen() throws Exception {
        story(ann -> {
            var login = http.login(ann.credentials("laptop"));
            var token = Map.of("token", login.accessToken(), "device_id", "laptop");
            var socket = ann.first().socket;
            socket.get("connect", token);

            var answer = http.logout(credentials(login.accessToken(), login.cookie()));

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("success").asBoolean()).isTrue();
            assertThat(answer.headers("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("refresh_token=")
                    .contains("Max-Age=0");
            Patience.until(
                    Duration.ofSeconds(5),
                    () ->
                            Person.assertError(
                                    socket.ask("conversation_list", Map.of()),
                                    401,
                                    "Unauthorized."));
            Person.assertError(socket.ask("connect", token), 422, "The token has expired.");
            assertThat(socket.isOpen()).isTrue();
            var gone = HttpDoor.bearer(login.accessToken());
            assertThat(http.login(Map.of("device_id", "laptop"), gone).status()).isEqualTo(422);
            assertThat(http.login(Map.of("device_id", "laptop"), cookie(login)).status())
                    .isEqualTo(422);
        });
    }

    @Test
    void otherDevicesStaySignedIn() throws Exception {
        story((ann, bob) -> {
            var lunch = ann.opensConversationWith(bob);
            var login = http.login(ann.credentials("laptop"));

            http.logout(credentials(login.accessToken(), login.cookie()));

            bob.receives(ann.sends(lunch, "still here"));
        });
    }

    @Test
    void needsTheTokenAndTheCookieOfOneDevice() throws Exception {
        story(ann -> {
            var laptop = http.login(ann.credentials("laptop"));
            var tablet = http.login(ann.credentials("tablet"));

            refused(http.logout(cookie(laptop)), 401, "Missing authentication credentials.");
            refused(
                    http.logout(credentials("unknown", laptop.cookie())),
                    401,
                    "Missing authentication credentials.");
            refused(http.logout(HttpDoor.bearer(laptop.accessToken())), 422, "Incorrect token.");
            refused(
                    http.logout(credentials(laptop.accessToken(), tablet.cookie())),
                    422,
                    "Incorrect token.");
        });
    }

    private static Map<String, String> credentials(String token, String cookie) {
        return Map.of("Authorization", "Bearer " + token, "Cookie", cookie);
    }

    private static Map<String, String> cookie(Answer login) {
        return Map.of("Cookie", login.cookie());
    }

    private static void refused(Answer answer, int status, String text) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo(text);
    }
}

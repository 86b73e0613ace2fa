package parlance.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.auth.HttpDoor;
import parlance.auth.UserServiceStandIn;
import parlance.contracts.Headers;
import parlance.contracts.Topic;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class LogoutResourceTest {

    private final CommandClient client = CommandClient.shared();

    @TestHTTPResource URI base;

    private final String login = UUID.randomUUID().toString().substring(0, 12);
    private HttpDoor door;

    @BeforeEach
    void findTheDoor() {
        door = new HttpDoor(base);
    }

    @Test
    void endsTheSessionAndTakesTheCookieAway() {
        var session = door.logIn(login, "77");

        var answer = logOut(session.accessToken(), session.cookie());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"success\":true}");
        assertThat(answer.setCookies()).singleElement().asString().contains("Max-Age=0");
        assertThat(door.post("/login", "{\"device_id\":77}", "Cookie", session.cookie()).status())
                .isEqualTo(422);
        assertThat(logOut(session.accessToken(), session.cookie()).status()).isEqualTo(401);
    }

    @Test
    void tellsTheGatewaysBeforeItAnswers() {
        var session = door.logIn(login, "77");
        var id = UserServiceStandIn.idOf(login);

        logOut(session.accessToken(), session.cookie());

        try (var events = client.view(Topic.SESSION_EVENTS)) {
            assertThat(events.all(seen -> id.equals(seen.key())))
                    .singleElement()
                    .satisfies(seen ->
                            assertThat(seen.value().path("type").asText())
                                    .isEqualTo("session_revoked"));
        }
    }

    @Test
    void theKeysOfTheDeviceGoAsWell() {
        var session = door.logIn(login, "77");

        logOut(session.accessToken(), session.cookie());

        try (var commands = client.view(Topic.USER_COMMANDS)) {
            var forget =
                    commands.await(seen ->
                            UserServiceStandIn.idOf(login)
                                    .equals(seen.value().path("user_id").asText()));
            assertThat(forget.headers()).containsEntry(Headers.COMMAND, "device_forget");
            assertThat(forget.value().path("device_id").asText()).isEqualTo("77");
        }
    }

    @Test
    void leavesTheUsersOtherDevicesAlone() {
        var phone = door.logIn(login, "phone");
        var laptop = door.logIn(login, "laptop");

        logOut(phone.accessToken(), phone.cookie());

        assertThat(
                        door.post("/login", "{\"device_id\":\"laptop\"}", "Cookie", laptop.cookie())
                                .status())
                .isEqualTo(200);
    }

    @Test
    void wantsBothTokensOfOneSession() {
        var phone = door.logIn(login, "phone");
        var laptop = door.logIn(login, "laptop");

        var noToken = door.post("/logout", "", "Cookie", phone.cookie());
        var noCookie = door.post("/logout", "", "Authorization", "Bearer " + phone.accessToken());
        var anothers = logOut(phone.accessToken(), laptop.cookie());

        assertThat(noToken.status()).isEqualTo(401);
        assertThat(noToken.text()).isEqualTo("Missing authentication credentials.");
        assertThat(noCookie.status()).isEqualTo(422);
        assertThat(noCookie.text()).isEqualTo("Incorrect token.");
        assertThat(anothers.status()).isEqualTo(422);
    }

    private HttpDoor.Answer logOut(String accessToken, String cookie) {
        return door.post("/logout", "", "Authorization", "Bearer " + accessToken, "Cookie", cookie);
    }
}

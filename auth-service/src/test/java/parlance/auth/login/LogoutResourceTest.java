package parlance.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static parlance.auth.Logins.json;
import static parlance.auth.Logins.signIn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.auth.UserServiceStandIn;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class LogoutResourceTest {

    private final CommandClient client = CommandClient.shared();

    private final String login = UUID.randomUUID().toString().substring(0, 12);

    @Test
    void endsTheSessionAndTakesTheCookieAway() {
        var session = signIn(login, "77");

        var answer = logOut(session.accessToken(), session.cookie());

        answer.then().statusCode(200).body(equalTo("{\"success\":true}"));
        assertThat(answer.headers().getValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("Max-Age=0");
        json("{\"device_id\":77}")
                .header("Cookie", session.cookie())
                .post("/login")
                .then()
                .statusCode(422);
        logOut(session.accessToken(), session.cookie()).then().statusCode(401);
    }

    @Test
    void tellsTheGatewaysBeforeItAnswers() {
        var session = signIn(login, "77");
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
        var session = signIn(login, "77");

        logOut(session.accessToken(), session.cookie());

        try (var commands = client.view(Topic.USER_COMMANDS)) {
            var forget =
                    commands.await(seen ->
                            UserServiceStandIn.idOf(login)
                                    .equals(seen.value().path("user_id").asText()));
            assertThat(forget.headers()).containsEntry(RecordHeaderNames.COMMAND, "device_forget");
            assertThat(forget.value().path("device_id").asText()).isEqualTo("77");
        }
    }

    @Test
    void leavesTheUsersOtherDevicesAlone() {
        var phone = signIn(login, "phone");
        var laptop = signIn(login, "laptop");

        logOut(phone.accessToken(), phone.cookie());

        json("{\"device_id\":\"laptop\"}")
                .header("Cookie", laptop.cookie())
                .post("/login")
                .then()
                .statusCode(200);
    }

    @Test
    void eitherTokenEndsTheSession() {
        var phone = signIn(login, "phone");
        var laptop = signIn(login, "laptop");

        var noCookie =
                json("").header("Authorization", "Bearer " + phone.accessToken()).post("/logout");
        var noToken = json("").header("Cookie", laptop.cookie()).post("/logout");

        noCookie.then().statusCode(200);
        noToken.then().statusCode(200);
        for (var gone : List.of(phone, laptop)) {
            json("{\"device_id\":\"phone\"}")
                    .header("Authorization", "Bearer " + gone.accessToken())
                    .post("/login")
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void aGoodCookieSignsOutBesideATokenThatIsNot() {
        var phone = signIn(login, "phone");

        logOut("expired", phone.cookie()).then().statusCode(200);

        logOut(phone.accessToken(), phone.cookie()).then().statusCode(401);
    }

    @Test
    void withoutAnyTokenThereIsNothingToEnd() {
        json("").post("/logout")
                .then()
                .statusCode(401)
                .body(equalTo("Missing authentication credentials."));
        logOut("no", "refresh_token=s%3Ano.no").then().statusCode(401);
    }

    @Test
    void anotherSessionOfTheSameDeviceGoesOn() {
        var one = signIn(login, "phone");
        var other = signIn(login, "phone");

        logOut(one.accessToken(), one.cookie()).then().statusCode(200);

        json("{\"device_id\":\"phone\"}")
                .header("Cookie", other.cookie())
                .post("/login")
                .then()
                .statusCode(200);
    }

    private static Response logOut(String accessToken, String cookie) {
        return json("").header("Authorization", "Bearer " + accessToken)
                .header("Cookie", cookie)
                .post("/logout");
    }
}

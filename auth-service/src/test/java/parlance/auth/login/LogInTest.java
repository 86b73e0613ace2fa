package parlance.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.USER_LOGIN;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.auth.UserServiceStandIn;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class LogInTest {

    private final CommandClient client = CommandClient.shared();

    private final String login = UUID.randomUUID().toString().substring(0, 12);

    @Test
    void aPasswordSignsTheSocketInAndTheTokenTravelsSealed() {
        var answer = logIn();

        var caller = answer.bound().orElseThrow();
        assertThat(answer.response().path("user").path("login").asText()).isEqualTo(login);
        assertThat(caller.userId().value()).isEqualTo(UserServiceStandIn.idOf(login));
        assertThat(caller.deviceId().value()).isEqualTo("77");
        assertThat(caller.organizationId().value()).isEqualTo("default");
        assertThat(answer.secrets().path("token").asText().split("\\.")).hasSize(3);
        assertThat(answer.inboxRecord().toString())
                .doesNotContain(answer.secrets().path("token").asText());
    }

    @Test
    void aTokenSignsInOnItsOwnDeviceWithoutNamingIt() {
        var first = logIn();

        var again = ask(Map.of("token", first.secrets().path("token").asText()));

        assertThat(again.bound()).isEqualTo(first.bound());
        assertThat(again.secrets().path("token").asText())
                .isNotEmpty()
                .isNotEqualTo(first.secrets().path("token").asText());
    }

    @Test
    void aTokenSignsNobodyInOnAnotherDevice() {
        var token = logIn().secrets().path("token").asText();

        assertThat(ask(Map.of("token", token, "device_id", "88")).errorText())
                .isEqualTo("The token has expired.");
        assertThat(ask(Map.of("token", token, "device_id", 77)).bound()).isPresent();
    }

    @Test
    void aLoginIsAText() {
        var answer = ask(Map.of("device_id", 1, "login", 5, "password", "secret"));

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo("The 'login' or 'password' field is missing.");
    }

    @Test
    void eachSignInOfADeviceIsASessionOfItsOwn() {
        var one = logIn().bound().orElseThrow();
        var other = logIn().bound().orElseThrow();

        assertThat(other.deviceId()).isEqualTo(one.deviceId());
        assertThat(other.sessionId()).isNotEqualTo(one.sessionId());
    }

    @Test
    void theDeviceIsAskedForFirst() {
        var answer = ask(Map.of("login", login, "password", "secret"));

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo("'device_id' is required.");
    }

    @Test
    void aWrongPasswordAndNoPasswordAndNobodyLookTheSame() {
        assertRefused(Map.of("device_id", 1, "login", login, "password", "wrong"));
        assertRefused(Map.of("device_id", 1, "login", "nobody", "password", "secret"));
        assertRefused(Map.of("device_id", 1, "login", login));
        assertRefused(Map.of("device_id", 1));
    }

    @Test
    void aTokenBesideALoginIsAConflict() {
        var answer = ask(Map.of("device_id", 1, "login", login, "token", "x"));

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).contains("conflict");
    }

    @Test
    void aTokenThatIsNoneHasExpired() {
        var answer = ask(Map.of("token", "x"));

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo("The token has expired.");
    }

    private Answer logIn() {
        return ask(Map.of("device_id", 77, "login", login, "password", "secret"));
    }

    private void assertRefused(Map<String, Object> request) {
        var answer = ask(request);
        assertThat(answer.errorStatus()).isEqualTo(401);
        assertThat(answer.errorText()).isEqualTo("Incorrect username or password.");
        assertThat(answer.bound()).isEmpty();
    }

    private Answer ask(Map<String, ?> request) {
        return client.ask(USER_LOGIN, null, request);
    }
}

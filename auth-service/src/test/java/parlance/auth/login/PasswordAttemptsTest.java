package parlance.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static parlance.auth.Logins.logIn;
import static parlance.contracts.Route.USER_LOGIN;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.auth.UserServiceStandIn;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class PasswordAttemptsTest {

    private static final int BURST = 10;

    private final String login = "7" + UUID.randomUUID().toString().substring(0, 11);

    @Test
    void afterTooManyAttemptsEvenTheRightPasswordHasToWaitOnAllDoors() {
        for (int i = 0; i < BURST; i++) {
            logIn(login, "wrong", "77").then().statusCode(401);
        }

        var refused = logIn(login.toUpperCase(Locale.ROOT), "secret", "77");

        refused.then().statusCode(429).body(equalTo("Too many requests."));
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(1L, 30L);
        try (var client = CommandClient.start()) {
            var request = Map.of("device_id", 1, "login", login, "password", "secret");
            var answer = client.ask(USER_LOGIN, null, request);
            assertThat(answer.errorStatus()).isEqualTo(429);
            assertThat(answer.response().path("error").path("retry_after").asInt())
                    .isBetween(1, 30);
        }
        logIn("７" + login.substring(1), "secret", "77").then().statusCode(429);
        logIn("other" + login, "secret", "77").then().statusCode(200);
    }
}

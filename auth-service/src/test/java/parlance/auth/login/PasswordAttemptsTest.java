package parlance.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.USER_LOGIN;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.auth.HttpDoor;
import parlance.auth.UserServiceStandIn;
import parlance.contracts.Json;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class PasswordAttemptsTest {

    private static final int BURST = 10;

    @TestHTTPResource URI base;

    private final String login = UUID.randomUUID().toString().substring(0, 12);

    @Test
    void afterTooManyAttemptsEvenTheRightPasswordHasToWaitOnAllDoors() {
        var door = new HttpDoor(base);
        for (int i = 0; i < BURST; i++) {
            assertThat(attempt(door, login, "wrong").status()).isEqualTo(401);
        }

        var refused = attempt(door, login.toUpperCase(Locale.ROOT), "secret");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).isEqualTo("Too many requests.");
        assertThat(refused.http().headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 30L);
        try (var client = CommandClient.start()) {
            var request = Map.of("device_id", 1, "login", login, "password", "secret");
            var answer = client.ask(USER_LOGIN, null, request);
            assertThat(answer.errorStatus()).isEqualTo(429);
            assertThat(answer.response().path("error").path("retry_after").asInt())
                    .isBetween(1, 30);
        }
        assertThat(attempt(door, "other" + login, "secret").status()).isEqualTo(200);
    }

    private static HttpDoor.Answer attempt(HttpDoor door, String login, String password) {
        return door.post(
                "/login",
                Json.write(Map.of("device_id", "77", "login", login, "password", password)));
    }
}

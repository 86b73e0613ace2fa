package parlance.gateway.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.gateway.world.Clients;
import parlance.gateway.world.World;
import parlance.testing.client.HttpDoor;

@QuarkusTest
@WithTestResource(World.class)
class HttpRoutesTest {

    private final HttpDoor door = Clients.http();

    @Test
    void healthTellsWhoAnswers() {
        var answer = door.get("/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"status\":\"ok\",\"hostname\":\"gateway-under-test\"}");
    }

    @Test
    void aLoginGoesToAuthServiceAndBackAsItIs() {
        var answer =
                door.login(
                        Map.of("login", "ann"),
                        Map.of("Cookie", "refresh_token=s%3Aold", "Origin", World.KNOWN_ORIGIN));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"login\":\"ann\"}");
        assertThat(answer.header("Seen-Cookie")).contains("refresh_token=s%3Aold");
        assertThat(answer.header("Seen-Client")).contains("127.0.0.1");
        assertThat(answer.headers("Set-Cookie")).containsExactly("refresh_token=s%3Anew; HttpOnly");
        assertThat(answer.headers("Access-Control-Allow-Origin"))
                .containsExactly(World.KNOWN_ORIGIN);
        assertThat(answer.headers("Vary")).containsExactly("Origin");
    }

    @Test
    void theKeysArePublic() {
        assertThat(door.get("/.well-known/jwks.json").json().path("keys")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/internal/users/find", "/q/health", "/nowhere"})
    void everythingElseIsNotFound(String path) {
        var answer = door.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("Route not found");
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }
}

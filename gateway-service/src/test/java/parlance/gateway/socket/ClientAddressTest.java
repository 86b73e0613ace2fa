package parlance.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.contracts.Headers;
import parlance.contracts.Topic;
import parlance.gateway.world.Clients;
import parlance.gateway.world.Services;
import parlance.gateway.world.World;

/** Tests come from 127.0.0.1, which is the one proxy that is trusted. */
@QuarkusTest
@WithTestResource(World.class)
class ClientAddressTest {

    private static final Map<String, String> FORWARDED =
            Map.of("X-Forwarded-For", "192.0.2.7", "Cookie", "refresh_token=s%3Aold");

    @Test
    void aTrustedProxySaysWhereASocketComesFrom() {
        try (var client = Clients.dial().forwardedFor("192.0.2.7").open();
                var services = new Services()) {
            var id = UUID.randomUUID().toString();
            client.request("user_create", Map.of("login", "ann", "password", "secret"), id);

            var command = services.awaitCommand(Topic.USER_COMMANDS, id);

            assertThat(Services.header(command, Headers.CLIENT_ADDRESS)).isEqualTo("192.0.2.7");
        }
    }

    @Test
    void andWhereALoginDoes() {
        var answer = Clients.http().login(Map.of("login", "ann"), FORWARDED);

        assertThat(answer.header("Seen-Client")).contains("192.0.2.7");
    }
}

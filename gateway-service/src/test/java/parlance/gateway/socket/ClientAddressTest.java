package parlance.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.contracts.Headers;
import parlance.contracts.Topic;
import parlance.gateway.world.Clients;
import parlance.gateway.world.Services;
import parlance.gateway.world.World;
import parlance.testing.client.Dial;

/** Tests come from 127.0.0.1, which is the one proxy that is trusted, unless they say otherwise. */
@QuarkusTest
@WithTestResource(World.class)
class ClientAddressTest {

    @Test
    void aTrustedProxySaysWhereASocketComesFrom() {
        assertThat(addressOf(Clients.dial().forwardedFor("192.0.2.7"))).isEqualTo("192.0.2.7");
    }

    @Test
    void whatTheClientWroteBeforeIsNotBelieved() {
        assertThat(addressOf(Clients.dial().forwardedFor("198.51.100.1, 192.0.2.7")))
                .isEqualTo("192.0.2.7");
    }

    @Test
    void whoIsNoTrustedProxyIsTheClient() {
        var stranger = Clients.dial().from(InetAddress.ofLiteral("127.0.0.2"));

        assertThat(addressOf(stranger.forwardedFor("192.0.2.7"))).isEqualTo("127.0.0.2");
    }

    @Test
    void theFrontDoorPassesTheClientsAddressOn() {
        var forwarded =
                Map.of("X-Forwarded-For", "198.51.100.1, 192.0.2.7", "Cookie", "refresh_token=old");

        var answer = Clients.http().login(Map.of("login", "ann"), forwarded);

        assertThat(answer.header("Seen-Client")).contains("192.0.2.7");
    }

    /** What the services are told. */
    private static String addressOf(Dial dial) {
        try (var client = dial.open();
                var services = new Services()) {
            var id = UUID.randomUUID().toString();
            client.request("user_create", Map.of("login", "ann", "password", "secret"), id);

            var command = services.awaitCommand(Topic.USER_COMMANDS, id);
            return Services.header(command, Headers.CLIENT_ADDRESS);
        }
    }
}

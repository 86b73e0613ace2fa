package parlance.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.http.ServiceRequests.anonymous;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.InetAddress;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;
import parlance.testing.client.WebSocketDialer;

/** Tests come from 127.0.0.1, which is the one proxy that is trusted, unless they say otherwise. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
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
        var answer =
                anonymous()
                        .contentType(ContentType.JSON)
                        .body(Map.of("login", "ann"))
                        .header("X-Forwarded-For", "198.51.100.1, 192.0.2.7")
                        .header("Cookie", "refresh_token=old")
                        .post("/login");

        answer.then().header("Seen-Client", "192.0.2.7");
    }

    /** What the services are told. */
    private static String addressOf(WebSocketDialer webSocketDialer) {
        try (var client = webSocketDialer.open();
                var services = new Services()) {
            var id = UUID.randomUUID().toString();
            client.request("user_create", Map.of("login", "ann", "password", "secret"), id);

            var command = services.awaitCommand(Topic.USER_COMMANDS, id);
            return Services.header(command, RecordHeaderNames.CLIENT_ADDRESS);
        }
    }
}

package parlance.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static parlance.testing.waiting.Waiting.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Tokens;
import parlance.testing.client.ChatClient;
import parlance.testing.client.WebSocketDialer.Refused;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class UpgradeCheckTest {

    private final Deque<ChatClient> clients = new ArrayDeque<>();

    @AfterEach
    void leave() {
        clients.forEach(ChatClient::close);
    }

    @Test
    void oneAddressHasSoManySocketsWithoutSigningIn() {
        crowd("192.0.2.20");

        var refused = catchThrowableOfType(Refused.class, () -> open("192.0.2.20"));

        assertThat(refused.status()).isEqualTo(503);
        assertThatCode(() -> open("192.0.2.21")).doesNotThrowAnyException();
    }

    @Test
    void whoeverSignsInMakesRoom() {
        crowd("192.0.2.22");

        Clients.signIn(clients.getFirst(), Tokens.somebody());

        assertThatCode(() -> open("192.0.2.22")).doesNotThrowAnyException();
    }

    @Test
    void andWhoeverLeaves() {
        crowd("192.0.2.23");

        clients.removeFirst().close();

        await().untilAsserted(
                        () -> assertThatCode(() -> open("192.0.2.23")).doesNotThrowAnyException());
    }

    @Test
    void anotherAddressOfTheSameNetworkIsNoWayRoundThat() {
        crowd("2001:db8:1:2::1");

        assertThat(catchThrowableOfType(Refused.class, () -> open("2001:db8:1:2:ffff::7")))
                .isNotNull();
        assertThatCode(() -> open("2001:db8:1:3::1")).doesNotThrowAnyException();
    }

    private void crowd(String address) {
        for (int i = 0; i < GatewayEnvironment.NEWCOMERS; i++) {
            open(address);
        }
    }

    private void open(String address) {
        clients.add(Clients.dial().forwardedFor(address).open());
    }
}

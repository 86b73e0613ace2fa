package parlance.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConnectionId;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.UserId;
import parlance.gateway.GatewayConfig;

class UserConnectionsTest {

    private static final UserId ANN = new UserId("ann");

    private final UserConnections users = new UserConnections(twoPerUser());
    private final Connection first = connection("1");
    private final Connection second = connection("2");
    private final Connection third = connection("3");

    @Test
    void withOneTooManyTheOldestIsClosed() {
        users.add(ANN, first);
        users.add(ANN, second);
        assertThat(first.isOpen()).isTrue();

        users.add(ANN, third);

        assertThat(first.closeReason()).hasValue(CloseReason.TOO_MANY_CONNECTIONS);
        assertThat(second.isOpen()).isTrue();
        assertThat(third.isOpen()).isTrue();
    }

    @Test
    void whoSignsInAgainOrIsAnotherUserCountsOnce() {
        users.add(ANN, first);
        users.add(ANN, second);
        users.add(ANN, second);
        users.add(new UserId("bob"), third);

        assertThat(first.isOpen()).isTrue();
    }

    @Test
    void aConnectionThatLeftMakesRoom() {
        users.add(ANN, first);
        users.add(ANN, second);
        users.remove(ANN, first);

        users.add(ANN, third);

        assertThat(second.isOpen()).isTrue();
    }

    private static Connection connection(String id) {
        return new Connection(
                new ConnectionId(id),
                ProtocolDialect.SEED,
                "127.0.0.1",
                new FakeSocket(),
                100,
                _ -> {});
    }

    private static GatewayConfig twoPerUser() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(GatewayConfig.class)
                .withDefaultValue("parlance.socket.per-user", "2")
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}

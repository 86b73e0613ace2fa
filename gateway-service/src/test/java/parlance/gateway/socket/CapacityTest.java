package parlance.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConnectionId;
import parlance.contracts.Dialect;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.connection.FakeSocket;
import parlance.kit.http.HttpSettings;

class CapacityTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Connections connections = new Connections(metrics);

    @Test
    void thereIsRoomForSoManyConnections() {
        var capacity = capacity(Map.of("parlance.gateway.max-connections", "1"));
        assertThat(capacity.whyNot(HERE)).isEmpty();

        open("c1", HERE);

        assertThat(capacity.whyNot(ELSEWHERE)).contains("full");
    }

    @Test
    void andForSoManyOfOneAddressWithoutSigningIn() {
        var capacity = capacity(Map.of("parlance.socket.unauthenticated-per-address", "1"));

        open("c1", HERE);

        assertThat(capacity.whyNot(HERE)).contains("crowded");
        assertThat(capacity.whyNot(ELSEWHERE)).isEmpty();
    }

    @Test
    void andForTwiceASecondsShareAtOnce() {
        var capacity = capacity(Map.of("parlance.gateway.upgrades-per-second", "1"));

        assertThat(capacity.whyNot(HERE)).isEmpty();
        assertThat(capacity.whyNot(ELSEWHERE)).isEmpty();
        assertThat(capacity.whyNot(HERE)).contains("rush");
    }

    private void open(String id, String address) {
        var socket = new FakeSocket();
        connections.add(
                new Connection(
                        new ConnectionId(id), Dialect.SEED, address, socket, 1_000, _ -> {}));
    }

    private Capacity capacity(Map<String, String> settings) {
        var config =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withMapping(GatewayConfig.class)
                        .withMapping(HttpSettings.class)
                        .withDefaultValues(settings)
                        .build();
        return new Capacity(
                connections,
                config.getConfigMapping(GatewayConfig.class),
                config.getConfigMapping(HttpSettings.class),
                metrics);
    }
}

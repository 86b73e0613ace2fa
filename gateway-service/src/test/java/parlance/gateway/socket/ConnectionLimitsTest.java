package parlance.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConnectionId;
import parlance.contracts.ProtocolDialect;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.connection.FakeSocket;
import parlance.testing.settings.Settings;

class ConnectionLimitsTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Connections connections = new Connections(metrics);

    @Test
    void thereIsRoomForSoManyConnections() {
        var connectionLimits = capacity(Map.of("parlance.gateway.max-connections", "1"));
        assertThat(connectionLimits.rejectionReason(HERE)).isEmpty();

        open("c1", HERE);

        assertThat(connectionLimits.rejectionReason(ELSEWHERE)).contains("full");
    }

    @Test
    void andForSoManyOfOneAddressWithoutSigningIn() {
        var connectionLimits = capacity(Map.of("parlance.socket.unauthenticated-per-address", "1"));

        open("c1", HERE);

        assertThat(connectionLimits.rejectionReason(HERE)).contains("per_address");
        assertThat(connectionLimits.rejectionReason(ELSEWHERE)).isEmpty();
    }

    @Test
    void andForTwiceASecondsShareAtOnce() {
        var connectionLimits = capacity(Map.of("parlance.gateway.upgrades-per-second", "1"));

        assertThat(connectionLimits.rejectionReason(HERE)).isEmpty();
        assertThat(connectionLimits.rejectionReason(ELSEWHERE)).isEmpty();
        assertThat(connectionLimits.rejectionReason(HERE)).contains("rate");
    }

    @Test
    void onADevelopersMachineNobodyIsCounted() {
        var limits = capacityIn("local", Map.of());
        for (int i = 0; i < 1_100; i++) {
            open("c" + i, HERE);
            assertThat(limits.rejectionReason(HERE)).isEmpty();
        }
        assertThat(capacityIn("prod", Map.of()).rejectionReason(HERE)).contains("per_address");
    }

    private void open(String id, String address) {
        var socket = new FakeSocket();
        connections.add(
                new Connection(
                        new ConnectionId(id),
                        ProtocolDialect.SEED,
                        address,
                        socket,
                        1_000,
                        _ -> {}));
    }

    private ConnectionLimits capacity(Map<String, String> settings) {
        return capacityIn("prod", settings);
    }

    private ConnectionLimits capacityIn(String profile, Map<String, String> settings) {
        var config = Settings.inProfile(profile, GatewayConfig.class, settings);
        return new ConnectionLimits(connections, config, metrics);
    }
}

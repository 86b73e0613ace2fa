package parlance.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.connection.FakeSocket;
import parlance.gateway.reply.PendingReplies;
import parlance.gateway.reply.ReplyTimeouts;

class HeartbeatTest {

    private static final String NOW = "0s";

    private final FakeSocket socket = new FakeSocket();
    private final Connection connection =
            new Connection(
                    new ConnectionId("c"), ProtocolDialect.SEED, "::1", socket, 1_000, _ -> {});

    @Test
    void whoIsHeardOfAndSignedInStays() {
        connection.session().signIn(ann());

        heartbeat(Map.of()).visit(connection);

        assertThat(socket.closed).isNull();
        assertThat(socket.pings).isEmpty();
    }

    @Test
    void whoIsNotHeardOfIsDropped() {
        heartbeat(Map.of("parlance.socket.idle-timeout", NOW)).visit(connection);

        assertThat(socket.closed).isEqualTo(CloseReason.IDLE);
    }

    @Test
    void whoAnswersNoPingIsDroppedWhateverElseItSends() {
        connection.session().signIn(ann());
        var heartbeat = heartbeat(Map.of("parlance.socket.idle-timeout", "300ms"));

        await().until(() -> {
            connection.activity().touch();
            heartbeat.visit(connection);
            return socket.closed != null;
        });

        assertThat(socket.closed).isEqualTo(CloseReason.IDLE);
        assertThat(socket.pings).isNotEmpty();
    }

    @Test
    void whoAnswersPingsIsKept() {
        connection.session().signIn(ann());
        var heartbeat = heartbeat(Map.of("parlance.socket.idle-timeout", "300ms"));

        await().during(Duration.ofSeconds(1))
                .until(() -> {
                    heartbeat.visit(connection);
                    socket.pings.forEach(connection::pong);
                    return socket.closed == null;
                });

        assertThat(socket.pings).isNotEmpty();
    }

    @Test
    void whoDoesNotSignInIsSentAway() {
        heartbeat(Map.of("parlance.socket.authentication-timeout", NOW)).visit(connection);

        assertThat(socket.closed).isEqualTo(CloseReason.UNAUTHENTICATED);
    }

    @Test
    void whoSignsInMayStayLonger() {
        connection.session().signIn(ann());

        heartbeat(Map.of("parlance.socket.authentication-timeout", NOW)).visit(connection);

        assertThat(socket.closed).isNull();
    }

    @Test
    void connectionsMayHaveAnAge() {
        connection.session().signIn(ann());

        heartbeat(Map.of("parlance.socket.max-age", NOW)).visit(connection);

        assertThat(socket.closed).isNotNull();
        assertThat(socket.closed.code()).isEqualTo(1012);
        assertThat(socket.closed.text()).startsWith("retry_after=");
    }

    @Test
    void clientsMayBeProbedInJson() {
        heartbeat(Map.of("parlance.socket.probe-interval", NOW)).visit(connection);

        assertThat(socket.texts).containsExactly("{\"response\":{\"ping\":{}}}");
    }

    private static Heartbeat heartbeat(Map<String, String> settings) {
        var config =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withMapping(GatewayConfig.class)
                        .withDefaultValues(settings)
                        .build()
                        .getConfigMapping(GatewayConfig.class);
        var metrics = new SimpleMeterRegistry();
        var connections = new Connections(metrics);
        var timeouts = new ReplyTimeouts(new PendingReplies(connections), metrics);
        return new Heartbeat(connections, timeouts, config);
    }

    private static Caller ann() {
        return new Caller(
                new OrganizationId("default"),
                new UserId("ann"),
                "ann",
                new DeviceId("d"),
                new SessionId("s"));
    }
}

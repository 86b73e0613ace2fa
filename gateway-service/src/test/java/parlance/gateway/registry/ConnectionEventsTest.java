package parlance.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.Topic;
import parlance.contracts.connection.ConnectionEvent;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.contracts.connection.ConnectionEvent.ConnectionClosed;
import parlance.contracts.connection.ConnectionEvent.ConnectionOpened;
import parlance.contracts.session.SessionEvent.SessionRevoked;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;
import parlance.gateway.environment.Tokens;

/** What the other services are told of connections. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class ConnectionEventsTest {

    private final Services services = new Services();
    private final Caller ann = Tokens.somebody();

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void aSocketThatIsOpenedAndClosed() {
        Clients.connect(ann).close();

        var opened = await(ConnectionOpened.class);
        var closed = await(ConnectionClosed.class);

        assertThat(opened.organizationId()).isEqualTo(ann.organizationId());
        assertThat(opened.deviceId()).isEqualTo(ann.deviceId());
        assertThat(closed.connectionId()).isEqualTo(opened.connectionId());
        assertThat(closed.cause()).isEqualTo(Cause.CLOSED);
    }

    @Test
    void aSessionThatIsOver() {
        try (var client = Clients.connect(ann)) {
            services.publish(new SessionRevoked(ann.userId(), ann.sessionId(), Instant.now()));

            assertThat(await(ConnectionClosed.class).cause()).isEqualTo(Cause.SIGNED_OUT);
            client.receivesNothingMore();
        }
    }

    @Test
    void aConnectionThatBecomesSomebodyElses() {
        try (var client = Clients.connect(ann)) {
            Clients.signIn(client, Tokens.somebody());

            assertThat(await(ConnectionClosed.class).cause()).isEqualTo(Cause.SIGNED_OUT);
        }
    }

    private <E extends ConnectionEvent> E await(Class<E> type) {
        var record =
                services.await(
                        Topic.CONNECTIONS,
                        one -> {
                            var event = Json.read(one.value(), ConnectionEvent.class);
                            return type.isInstance(event) && event.userId().equals(ann.userId());
                        });
        return type.cast(Json.read(record.value(), ConnectionEvent.class));
    }
}

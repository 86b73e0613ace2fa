package parlance.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.world.Services.header;
import static parlance.gateway.world.Services.recipient;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.Headers;
import parlance.contracts.InboxAddress;
import parlance.contracts.Position;
import parlance.contracts.Topic;
import parlance.gateway.world.Clients;
import parlance.gateway.world.Services;
import parlance.gateway.world.Tokens;
import parlance.gateway.world.World;
import parlance.kit.publish.Registration;
import parlance.kit.publish.RegistryStore;
import parlance.kit.redis.RedisPipeline;
import parlance.testing.client.Patience;

/** Gateways die, and Redis forgets. */
@QuarkusTest
@WithTestResource(World.class)
class LossTest {

    @Inject RegistryStore registry;
    @Inject RedisPipeline redis;
    @Inject CurrentLease lease;

    private final Services services = new Services();
    private final Caller ann = Tokens.somebody();

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void whatADeadGatewayLeftIsHandedBackAndItsConnectionsAreGone() {
        try (var survivor = Clients.connect(Tokens.somebody())) {
            var dead = new InboxAddress(otherThan(lease.address().partition()), "dead");
            var connection = new ConnectionId("dead-" + ann.userId());
            var position = new Position("loss.commands-0", 1, 1);
            pretendToHold(dead);
            pretendToBeRegistered(dead, connection);

            services.deliver(
                    dead,
                    position,
                    "{\"message\":{}}",
                    List.of(recipient(ann.userId(), connection)));

            assertThat(header(services.awaitOffline(position), Headers.USERS))
                    .isEqualTo(ann.userId().value());
            Patience.until(
                    Patience.USUAL,
                    () ->
                            assertThat(field("conn", ann.userId().value(), connection.value()))
                                    .isNull());
            services.await(
                    Topic.CONNECTIONS,
                    record ->
                            Services.text(record).contains("\"LOST\"")
                                    && Services.text(record).contains(connection.value()));
            survivor.receivesNothingMore();
        }
    }

    @Test
    void anEmptiedRedisIsFilledAgain() {
        try (var client = Clients.connect(ann)) {
            var before = connectionsOf(ann);
            redis.send(
                    List.of(
                            Request.cmd(Command.DEL).arg(redis.key("registry", "id")),
                            Request.cmd(Command.DEL).arg(redis.key("conn", ann.userId().value())),
                            Request.cmd(Command.DEL).arg(redis.key("gateway", partition(lease))),
                            Request.cmd(Command.DEL)
                                    .arg(redis.key("gateway-inbox", partition(lease))),
                            Request.cmd(Command.DEL)
                                    .arg(redis.key("gateway-connections", partition(lease)))));

            Patience.until(Patience.USUAL, () -> assertThat(connectionsOf(ann)).isEqualTo(before));
            client.receivesNothingMore();
        }
    }

    @Test
    void whoIsTooLateToFillItAgainSendsItsClientsAway() {
        try (var client = Clients.connect(ann)) {
            redis.send(
                    Request.cmd(Command.SET)
                            .arg(redis.key("registry", "id"))
                            .arg("filled by others"));

            assertThat(client.awaitClosing(Patience.USUAL).code()).isEqualTo(1012);
        }
    }

    @Test
    void whoseInboxWasTakenSendsItsClientsAwayAndTakesAnother() {
        try (var client = Clients.connect(ann)) {
            var before = lease.address();
            redis.send(
                    Request.cmd(Command.SET)
                            .arg(redis.key("gateway", partition(lease)))
                            .arg("a thief")
                            .arg("PX")
                            .arg(3_000));

            var closing = client.awaitClosing(Patience.USUAL);
            assertThat(closing.code()).isEqualTo(1012);
            assertThat(closing.reason()).startsWith("retry_after=");
            Patience.until(
                    Patience.USUAL,
                    () -> assertThat(lease.address().instance()).isNotEqualTo(before.instance()));
        }
        try (var again = Clients.connect(ann)) {
            assertThat(connectionsOf(ann)).hasSize(1);
            again.receivesNothingMore();
        }
    }

    /** As a gateway does that died before it read anything. */
    private void pretendToHold(InboxAddress dead) {
        redis.send(
                Request.cmd(Command.HSET)
                        .arg(redis.key("gateway-inbox", Integer.toString(dead.partition())))
                        .arg("owner")
                        .arg(dead.instance())
                        .arg("offset")
                        .arg("0"));
    }

    private void pretendToBeRegistered(InboxAddress dead, ConnectionId connection) {
        var text = dead + "|seed|active|device-1";
        redis.send(
                List.of(
                        Request.cmd(Command.HSET)
                                .arg(redis.key("conn", ann.userId().value()))
                                .arg(connection.value())
                                .arg(text),
                        Request.cmd(Command.HSET)
                                .arg(
                                        redis.key(
                                                "gateway-connections",
                                                Integer.toString(dead.partition())))
                                .arg(connection.value())
                                .arg(ann.userId().value())));
    }

    private Object field(String kind, String id, String field) {
        return redis.send(Request.cmd(Command.HGET).arg(redis.key(kind, id)).arg(field));
    }

    private List<Registration> connectionsOf(Caller user) {
        return registry.find(List.of(user.userId())).get(user.userId());
    }

    private static String partition(CurrentLease lease) {
        return Integer.toString(lease.address().partition());
    }

    private static int otherThan(int partition) {
        return (partition + 1) % 3;
    }
}

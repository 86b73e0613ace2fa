package parlance.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.environment.Services.header;
import static parlance.gateway.environment.Services.recipient;
import static parlance.testing.waiting.Waiting.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.InboxAddress;
import parlance.contracts.Position;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.RedisKey;
import parlance.contracts.Topic;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;
import parlance.gateway.environment.Tokens;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.registry.Registration;
import parlance.kit.registry.RegistryStore;
import parlance.testing.waiting.Waiting;

/** Gateways die, and Redis forgets. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class RegistryLossDetectorTest {

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

            assertThat(header(services.awaitOffline(position), RecordHeaderNames.USERS))
                    .isEqualTo(ann.userId().value());
            await().untilAsserted(() ->
                    assertThat(
                                    field(
                                            RedisKey.USER_CONNECTIONS,
                                            ann.userId().value(),
                                            connection.value()))
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
                            RedisCall.of(Command.DEL, redis.key(RedisKey.REGISTRY_ID)),
                            RedisCall.of(
                                    Command.DEL,
                                    redis.key(RedisKey.USER_CONNECTIONS, ann.userId().value())),
                            RedisCall.of(
                                    Command.DEL,
                                    redis.key(RedisKey.GATEWAY_LEASE, partition(lease))),
                            RedisCall.of(
                                    Command.DEL,
                                    redis.key(RedisKey.GATEWAY_INBOX, partition(lease))),
                            RedisCall.of(
                                    Command.DEL,
                                    redis.key(RedisKey.GATEWAY_CONNECTIONS, partition(lease)))));

            await().untilAsserted(() -> assertThat(connectionsOf(ann)).isEqualTo(before));
            client.receivesNothingMore();
        }
    }

    @Test
    void whoIsTooLateToFillItAgainSendsItsClientsAway() {
        try (var client = Clients.connect(ann)) {
            redis.send(
                    RedisCall.of(Command.SET, redis.key(RedisKey.REGISTRY_ID), "filled by others"));

            assertThat(client.awaitClosing(Waiting.LIMIT).code()).isEqualTo(1012);
        }
    }

    @Test
    void whoseInboxWasTakenSendsItsClientsAwayAndTakesAnother() {
        try (var client = Clients.connect(ann)) {
            var before = lease.address();
            redis.send(
                    RedisCall.of(
                            Command.SET,
                            redis.key(RedisKey.GATEWAY_LEASE, partition(lease)),
                            "a thief",
                            "PX",
                            3_000));

            var closing = client.awaitClosing(Waiting.LIMIT);
            assertThat(closing.code()).isEqualTo(1012);
            assertThat(closing.reason()).startsWith("retry_after=");
            await().untilAsserted(() ->
                    assertThat(lease.address().instance()).isNotEqualTo(before.instance()));
        }
        try (var again = Clients.connect(ann)) {
            assertThat(connectionsOf(ann)).hasSize(1);
            again.receivesNothingMore();
        }
    }

    @Test
    void anInboxThatIsNotReadAnyMoreIsGivenUpForAnother() {
        try (var client = Clients.connect(ann)) {
            var before = lease.address();
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("inbox"))
                    .forEach(Thread::interrupt);

            assertThat(client.awaitClosing(Waiting.LIMIT).code()).isEqualTo(1012);
            await().untilAsserted(() ->
                    assertThat(lease.address().instance()).isNotEqualTo(before.instance()));
        }
        try (var again = Clients.connect(ann)) {
            again.receivesNothingMore();
        }
    }

    /** As a gateway does that died before it read anything. */
    private void pretendToHold(InboxAddress dead) {
        redis.send(
                RedisCall.of(
                        Command.HSET,
                        redis.key(RedisKey.GATEWAY_INBOX, Integer.toString(dead.partition())),
                        "owner",
                        dead.instance(),
                        "offset",
                        "0"));
    }

    private void pretendToBeRegistered(InboxAddress dead, ConnectionId connection) {
        var text = dead + "|seed|active|device-1";
        redis.send(
                List.of(
                        RedisCall.of(
                                Command.HSET,
                                redis.key(RedisKey.USER_CONNECTIONS, ann.userId().value()),
                                connection.value(),
                                text),
                        RedisCall.of(
                                Command.HSET,
                                redis.key(
                                        RedisKey.GATEWAY_CONNECTIONS,
                                        Integer.toString(dead.partition())),
                                connection.value(),
                                ann.userId().value())));
    }

    private Object field(RedisKey kind, String id, String field) {
        return redis.send(RedisCall.of(Command.HGET, redis.key(kind, id), field));
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

package parlance.kit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.Delivery;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.RedisKey;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.kit.HandlerResult;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.redis.RedisSettings;
import parlance.kit.registry.RegistryStore;
import parlance.kit.resume.ResumeSettings;
import parlance.kit.resume.ResumeStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.testing.infra.RedisCluster;

/** The registry and the streams on three masters, each of which has a third of the slots. */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class RedisClusterTest {

    private static RedisCluster cluster;

    private final CommandClient client = CommandClient.shared();

    @Inject Vertx vertx;
    @Inject RedisSettings settings;
    @Inject ResumeSettings resume;
    @Inject RegistryStore standalone;
    @Inject Replies replies;
    @Inject Deliveries deliveries;
    @Inject EphemeralDeliveries ephemerals;
    @Inject Events events;
    @Inject ReliableProducer producer;

    private Redis connection;
    private RedisPipeline redis;
    private RegistryStore registry;
    private ResumeStore streams;

    @BeforeAll
    static void start() {
        cluster = RedisCluster.start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void connect() {
        var options =
                new RedisOptions()
                        .setType(RedisClientType.CLUSTER)
                        .setEndpoints(new ArrayList<>(cluster.addresses()))
                        .setMaxPoolWaiting(100);
        connection = Redis.createClient(vertx, options);
        redis = new RedisPipeline(connection, settings, "cluster");
        registry = new RegistryStore(redis);
        streams = new ResumeStore(redis, resume);
        redis.send(RedisCall.of(Command.SET, redis.key(RedisKey.REGISTRY_ID), "test"));
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @Test
    void usersOfDifferentSlotsAreFoundAndDeliveredTo() {
        var people = IntStream.range(0, 12).mapToObj(_ -> newCaller()).toList();
        var connections = people.stream().map(this::register).toList();

        new Publisher(registry, streams, replies, deliveries, ephemerals, events, producer)
                .publish(List.of(completed(people)));

        assertThat(registry.find(usersOf(people)).values()).allMatch(found -> found.size() == 1);
        for (var connection : connections) {
            assertThat(client.awaitPacket(connection, "text")).isNotNull();
        }
    }

    @Test
    void moreUsersThanAConnectionTakesAreFound() {
        var ann = newCaller();
        register(ann);
        var users = new ArrayList<UserId>(List.of(ann.userId()));
        IntStream.range(0, 5_000).forEach(_ -> users.add(newCaller().userId()));

        var found = registry.find(users);

        assertThat(found).hasSize(users.size());
        assertThat(found.get(ann.userId())).hasSize(1);
    }

    @Test
    void theEntriesOfEachUserAreNumberedInOrder() {
        var users = IntStream.range(0, 6).mapToObj(_ -> newCaller().userId()).toList();
        users.forEach(streams::open);
        var additions = new ArrayList<ResumeStore.Addition>();
        for (int offset = 1; offset <= 5; offset++) {
            for (var user : users) {
                var position = new Position("cluster.commands-0", offset, 0);
                additions.add(new ResumeStore.Addition(user, position, null, "{}".getBytes()));
            }
        }

        var entries = streams.append(additions);

        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).number()).isEqualTo(1 + i / users.size());
        }
    }

    @Test
    void everyMasterTellsWhichProcessItIs() {
        var info = String.valueOf(redis.send(RedisCall.of(Command.INFO, "server")));

        assertThat(info.lines().filter(line -> line.startsWith("run_id:")).distinct()).hasSize(3);
    }

    /** Under a connection of the standalone registry, whose gateway the client plays. */
    private ConnectionId register(Caller caller) {
        var id = client.connect(caller);
        var registration = standalone.find(Set.of(caller.userId())).get(caller.userId()).getFirst();
        var inbox = registration.inbox();
        var lease = redis.key(RedisKey.GATEWAY_LEASE, Integer.toString(inbox.partition()));
        redis.send(RedisCall.of(Command.SET, lease, inbox.instance()));
        var key = redis.key(RedisKey.USER_CONNECTIONS, caller.userId().value());
        redis.send(RedisCall.of(Command.HSET, key, id.value(), registration.text()));
        return id;
    }

    private static CompletedCommand completed(List<Caller> recipients) {
        record Packet(String text) {}
        var delivery = Delivery.of(new Packet("hello"), usersOf(recipients));
        var position = new Position("cluster.commands-0", 1, 0);
        var result = HandlerResult.noReply().deliver(delivery);
        return new CompletedCommand("x", position, 0, null, null, "", null, result, Context.root());
    }

    private static List<UserId> usersOf(List<Caller> callers) {
        return callers.stream().map(Caller::userId).toList();
    }

    private static Caller newCaller() {
        return new Caller(
                new OrganizationId("default"),
                new UserId("user-" + UUID.randomUUID()),
                "somebody",
                new DeviceId("77"),
                new SessionId("s"));
    }
}

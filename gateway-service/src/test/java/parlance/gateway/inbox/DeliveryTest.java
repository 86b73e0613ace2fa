package parlance.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.environment.Services.header;
import static parlance.gateway.environment.Services.recipient;
import static parlance.testing.waiting.Waiting.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.InboxAddress;
import parlance.contracts.Position;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.RedisKey;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;
import parlance.gateway.environment.Tokens;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.registry.Registration;
import parlance.kit.registry.RegistryStore;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class DeliveryTest {

    private static final AtomicLong OFFSETS = new AtomicLong();

    @Inject RegistryStore registry;
    @Inject RedisPipeline redis;

    private final Services services = new Services();
    private final Caller ann = Tokens.somebody();

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void aPacketComesToTheConnectionsThatItIsAddressedToOnce() {
        try (var phone = Clients.connect(ann);
                var tablet = Clients.connect(Tokens.on("tablet", ann));
                var stranger = Clients.connect(Tokens.somebody())) {
            var registered = connectionsOf(ann);
            var both =
                    registered.stream()
                            .map(r -> recipient(ann.userId(), r.connectionId()))
                            .toList();
            var position = nextPosition();
            var inbox = registered.getFirst().inbox();

            services.deliver(inbox, position, "{\"message\":{\"body\":\"hi\"}}", both);
            services.deliver(inbox, position, "{\"message\":{\"body\":\"hi\"}}", both);
            services.deliver(inbox, nextPosition(), "{\"message\":{\"body\":\"ho\"}}", both);

            for (var client : List.of(phone, tablet)) {
                assertThat(client.next("message").path("body").asText()).isEqualTo("hi");
                assertThat(client.next("message").path("body").asText()).isEqualTo("ho");
                client.receivesNothingMore();
            }
            stranger.receivesNothingMore();
            assertThat(services.isOffline(position)).isFalse();
        }
    }

    @Test
    void whatIsForAConnectionThatIsGoneIsHandedBack() {
        var client = Clients.connect(ann);
        var gone = connectionsOf(ann).getFirst();
        client.close();
        awaitNobody(ann);
        var position = nextPosition();

        services.deliver(
                gone.inbox(),
                position,
                "{\"message\":{}}",
                List.of(recipient(ann.userId(), gone.connectionId())));

        var record = services.awaitOffline(position);
        assertThat(header(record, RecordHeaderNames.USERS)).isEqualTo(ann.userId().value());
        assertThat(header(record, RecordHeaderNames.ABSENT).split(","))
                .containsExactlyInAnyOrder("LOG", "PUSH");
        assertThat(Services.text(record)).isEqualTo("{\"message\":{}}");
    }

    @Test
    void aStaleRegistrationIsRemovedWithoutHoldingUpWhatFollows() {
        var bob = Tokens.somebody();
        try (var client = Clients.connect(ann)) {
            var here = connectionsOf(ann).getFirst();
            var stale = new ConnectionId("stale-" + bob.userId());
            register(bob, stale, here);
            redis.send(RedisCall.of(Command.CLIENT, "PAUSE", "1800", "WRITE"));

            services.deliver(
                    here.inbox(),
                    nextPosition(),
                    "{\"message\":{}}",
                    List.of(recipient(bob.userId(), stale)));
            services.deliver(
                    here.inbox(),
                    nextPosition(),
                    "{\"message\":{\"body\":\"hi\"}}",
                    List.of(recipient(ann.userId(), here.connectionId())));

            client.next("message");
            assertThat(connectionsOf(bob)).as("still paused").hasSize(1);
            redis.send(RedisCall.of(Command.CLIENT, "UNPAUSE"));
            awaitNobody(bob);
        }
    }

    private void register(Caller caller, ConnectionId id, Registration like) {
        redis.send(
                RedisCall.of(
                        Command.HSET,
                        redis.key(RedisKey.USER_CONNECTIONS, caller.userId().value()),
                        id.value(),
                        like.text()));
    }

    @Test
    void nobodyIsHandedBackWhoGotItOnAnotherConnection() {
        var phone = Clients.connect(ann);
        var gone = connectionsOf(ann).getFirst();
        phone.close();
        awaitNobody(ann);
        try (var tablet = Clients.connect(ann)) {
            var here = connectionsOf(ann).getFirst();
            var position = nextPosition();

            services.deliver(
                    here.inbox(),
                    position,
                    "{\"message\":{\"body\":\"hi\"}}",
                    List.of(
                            recipient(ann.userId(), gone.connectionId()),
                            recipient(ann.userId(), here.connectionId())));

            tablet.next("message");
            assertThat(services.isOffline(position)).isFalse();
        }
    }

    @Test
    void theAuthorIsNotToldOfTheOwnDoing() {
        var bob = Tokens.somebody();
        try (var client = Clients.connect(ann)) {
            var inbox = connectionsOf(ann).getFirst().inbox();
            var position = nextPosition();

            services.deliver(
                    inbox,
                    position,
                    "{\"message\":{}}",
                    List.of(
                            recipient(ann.userId(), new ConnectionId("gone-1")),
                            recipient(bob.userId(), new ConnectionId("gone-2"))),
                    Map.of(
                            RecordHeaderNames.ABSENT,
                            "LOG",
                            RecordHeaderNames.AUTHOR,
                            ann.userId().value()));

            assertThat(header(services.awaitOffline(position), RecordHeaderNames.USERS))
                    .isEqualTo(bob.userId().value());
            client.receivesNothingMore();
        }
    }

    @Test
    void whatWasForAFormerInstanceIsHandedBack() {
        try (var client = Clients.connect(ann)) {
            var inbox = connectionsOf(ann).getFirst().inbox();
            var position = nextPosition();

            services.deliver(
                    new InboxAddress(inbox.partition(), "former"),
                    position,
                    "{\"message\":{}}",
                    List.of(recipient(ann.userId(), new ConnectionId("former-1"))));

            services.awaitOffline(position);
            client.receivesNothingMore();
        }
    }

    @Test
    void whatABrokenConnectionMayNotHaveReadIsHandedBack() {
        var client = Clients.connect(ann);
        var registered = connectionsOf(ann).getFirst();
        var position = nextPosition();
        services.deliver(
                registered.inbox(),
                position,
                "{\"message\":{\"body\":\"hi\"}}",
                List.of(recipient(ann.userId(), registered.connectionId())));
        client.next("message");

        client.abort();

        services.awaitOffline(position);
        awaitNobody(ann);
    }

    @Test
    void whoTakesLeaveProperlyIsNotHandedBack() {
        var client = Clients.connect(ann);
        var registered = connectionsOf(ann).getFirst();
        var position = nextPosition();
        deliver(registered, position, "{\"message\":{\"body\":\"hi\"}}");
        client.next("message");

        client.close();

        awaitNobody(ann);
        var later = nextPosition();
        deliver(registered, later, "{\"message\":{}}");
        services.awaitOffline(later);
        assertThat(services.isOffline(position)).isFalse();
    }

    @Test
    void aSlowReaderIsSentAwayAndItsQueueHandedBack() throws Exception {
        try (var reader = new LazyReader(Clients.front())) {
            reader.sends(
                    "{\"connect\":{\"device_id\":\"device-1\",\"token\":\""
                            + Tokens.of(ann)
                            + "\"}}");
            await().untilAsserted(() -> assertThat(connectionsOf(ann)).isNotEmpty());
            var registered = connectionsOf(ann).getFirst();
            var body = "x".repeat(90_000);
            var last = nextPosition();
            // More than the sockets' buffers on both sides and the queue can hold.
            for (int i = 0; i < 200; i++) {
                last = nextPosition();
                deliver(registered, last, "{\"message\":{\"body\":\"" + body + "\"}}");
            }

            services.awaitOffline(last);
            awaitNobody(ann);
        }
    }

    private void deliver(Registration to, Position position, String packet) {
        services.deliver(
                to.inbox(), position, packet, List.of(recipient(ann.userId(), to.connectionId())));
    }

    private void awaitNobody(Caller user) {
        await().untilAsserted(() -> assertThat(connectionsOf(user)).isEmpty());
    }

    private List<Registration> connectionsOf(Caller user) {
        return registry.find(List.of(user.userId())).get(user.userId());
    }

    private static Position nextPosition() {
        return new Position("test.commands-0", OFFSETS.incrementAndGet(), 1);
    }
}

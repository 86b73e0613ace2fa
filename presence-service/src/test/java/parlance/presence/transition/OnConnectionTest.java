package parlance.presence.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.Position;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.RedisKey;
import parlance.contracts.Topic;
import parlance.contracts.connection.ConnectionEvent;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.contracts.connection.ConnectionEvent.ConnectionClosed;
import parlance.contracts.connection.ConnectionEvent.ConnectionOpened;
import parlance.kit.HandlerResult;
import parlance.kit.ReceivedEvent;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.registry.RegistryUnknown;
import parlance.presence.OtherServices;
import parlance.presence.PresenceFixture;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class OnConnectionTest {

    private static final int CELEBRITY = 10_000;
    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);

    private final CommandClient client = CommandClient.shared();
    private final PresenceFixture presenceFixture = new PresenceFixture(client);

    @Inject OnConnection listener;
    @Inject RedisPipeline redis;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final Caller ann = PresenceFixture.person();
    private final Caller bob = PresenceFixture.person();
    private ConnectionId bobsPhone;

    @BeforeEach
    void watch() {
        bobsPhone = client.connect(bob);
        presenceFixture.watches(bob, ann);
    }

    @Test
    void watchersHearOfEachConnectAndOfTheLastCloseInTheDialectOfEachConnection() {
        var bobsLaptop = client.connect(bob, ProtocolDialect.CLIENT);
        var phone = presenceFixture.comes(ann);
        var tablet = presenceFixture.comes(ann);
        presenceFixture.goes(ann, phone, Cause.CLOSED);
        presenceFixture.goes(ann, tablet, Cause.SIGNED_OUT);

        var since = presenceFixture.awaitOffline(bobsPhone, ann);

        assertThat(presenceFixture.told(bobsPhone, ann))
                .extracting(Object::toString)
                .containsExactly("\"online\"", "\"online\"", since.toString());
        assertThat(presenceFixture.told(bobsLaptop, ann))
                .extracting(Object::toString)
                .containsExactly("0", "0", since.toString());
        assertThat(Instant.ofEpochSecond(since.asLong()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void whoIsBackInAMomentWasNeverAway() {
        var phone = presenceFixture.comes(ann);
        presenceFixture.goes(ann, phone, Cause.CLOSED);
        var again = presenceFixture.comes(ann);
        presenceFixture.goes(ann, again, Cause.CLOSED);

        presenceFixture.awaitOffline(bobsPhone, ann);

        assertThat(presenceFixture.told(bobsPhone, ann)).hasSize(3);
    }

    @Test
    void userServiceIsToldOfTheLastActivity() {
        presenceFixture.goes(ann, presenceFixture.comes(ann), Cause.LOST);

        var since = presenceFixture.awaitOffline(bobsPhone, ann);

        try (var commands = client.view(Topic.USER_COMMANDS)) {
            var note =
                    commands.await(seen ->
                            seen.has(RecordHeaderNames.COMMAND, "activity_record")
                                    && seen.value()
                                            .path("user_id")
                                            .asText()
                                            .equals(ann.userId().value()));
            assertThat(note.key()).isEqualTo(ann.userId().value());
            var at = Instant.parse(note.value().path("at").asText());
            assertThat(at.getEpochSecond()).isEqualTo(since.asLong());
        }
    }

    @Test
    void whoGoesOfflineWatchesNobodyAnyMore() {
        presenceFixture.watches(ann, bob);
        presenceFixture.goes(ann, presenceFixture.comes(ann), Cause.SIGNED_OUT);
        presenceFixture.awaitOffline(bobsPhone, ann);
        var annsPhone = client.connect(ann);

        assertThat(handle(opened(bob)).getFirst().ephemerals()).isEmpty();

        assertThat(presenceFixture.told(annsPhone, bob)).isEmpty();
    }

    @Test
    void anEventThatComesTwiceHasTheSameOutcome() {
        var arrival = opened(ann);
        var leave = closed(ann);

        var first = List.of(handle(arrival), handle(leave));

        assertThat(List.of(handle(leave))).containsExactly(first.getLast());
        assertThat(first.getLast().getFirst().ephemerals()).hasSize(1);
        assertThat(handle(closed(ann)).getFirst()).isEqualTo(HandlerResult.noReply());
    }

    @Test
    void whileTheRegistryIsUnknownNobodyGoesOffline() {
        handle(opened(ann));
        var leave = closed(ann);
        redis.send(RedisCall.of(Command.DEL, redis.key(RedisKey.REGISTRY_ID)));
        try {
            assertThatThrownBy(() -> handle(leave)).isInstanceOf(RegistryUnknown.class);
        } finally {
            redis.send(RedisCall.of(Command.SET, redis.key(RedisKey.REGISTRY_ID), "test"));
        }
        client.connect(ann);

        assertThat(handle(leave).getFirst()).isEqualTo(HandlerResult.noReply());
    }

    @Test
    void whoseGatewayIsOnlySlowStaysOnline() {
        handle(opened(ann));
        redis.send(
                RedisCall.of(
                        Command.HSET,
                        redis.key(RedisKey.USER_CONNECTIONS, ann.userId().value()),
                        "at-a-slow-gateway",
                        "9:slow|seed|active|phone"));

        assertThat(handle(closed(ann)).getFirst()).isEqualTo(HandlerResult.noReply());
    }

    @Test
    void tenThousandWatchersAreOneDeliveryAndAFlappingUserTellsThemRarely() {
        var watches = mongo.getDatabase(database).getCollection("watches");
        watches.insertMany(IntStream.range(1, CELEBRITY).mapToObj(i -> watch(ann)).toList());
        var flapping = IntStream.range(0, 500).mapToObj(i -> opened(ann)).toList();

        var handlerResults = listener.handle(flapping);

        var told =
                handlerResults.stream()
                        .flatMap(handlerResult -> handlerResult.ephemerals().stream())
                        .toList();
        assertThat(told).hasSizeBetween(1, 11);
        assertThat(told).allSatisfy(one -> assertThat(one.recipients()).hasSize(CELEBRITY));
    }

    private static Document watch(Caller watched) {
        return new Document("_id", new ObjectId(CommandClient.mintedId()))
                .append("watched", new ObjectId(watched.userId().value()))
                .append("since", Date.from(Instant.now()));
    }

    private List<HandlerResult> handle(ReceivedEvent<ConnectionEvent> receivedEvent) {
        return listener.handle(List.of(receivedEvent));
    }

    private static ReceivedEvent<ConnectionEvent> opened(Caller user) {
        return heard(
                new ConnectionOpened(
                        user.userId(),
                        user.organizationId(),
                        new ConnectionId("c"),
                        user.deviceId(),
                        Instant.EPOCH));
    }

    private static ReceivedEvent<ConnectionEvent> closed(Caller user) {
        return heard(
                new ConnectionClosed(
                        user.userId(), new ConnectionId("c"), Cause.SIGNED_OUT, Instant.EPOCH));
    }

    private static ReceivedEvent<ConnectionEvent> heard(ConnectionEvent event) {
        var position = new Position("connections-9", OFFSETS.incrementAndGet(), 0);
        return new ReceivedEvent<>(event, position, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}

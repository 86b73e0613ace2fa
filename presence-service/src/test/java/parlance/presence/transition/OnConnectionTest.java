package parlance.presence.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
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
import parlance.contracts.Dialect;
import parlance.contracts.Headers;
import parlance.contracts.Position;
import parlance.contracts.Topic;
import parlance.contracts.connection.ConnectionEvent;
import parlance.contracts.connection.ConnectionEvent.Cause;
import parlance.contracts.connection.ConnectionEvent.ConnectionClosed;
import parlance.contracts.connection.ConnectionEvent.ConnectionOpened;
import parlance.kit.Heard;
import parlance.kit.Outcome;
import parlance.kit.publish.RegistryUnknown;
import parlance.kit.redis.RedisPipeline;
import parlance.presence.Crowd;
import parlance.presence.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class OnConnectionTest {

    private static final int CELEBRITY = 10_000;
    private static final AtomicLong OFFSETS = new AtomicLong(1_000_000);

    private final CommandClient client = CommandClient.shared();
    private final Crowd crowd = new Crowd(client);

    @Inject OnConnection listener;
    @Inject RedisPipeline redis;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final Caller ann = Crowd.person();
    private final Caller bob = Crowd.person();
    private ConnectionId bobsPhone;

    @BeforeEach
    void watch() {
        bobsPhone = client.connect(bob);
        crowd.watches(bob, ann);
    }

    @Test
    void watchersHearOfEachConnectAndOfTheLastCloseInTheDialectOfEachConnection() {
        var bobsLaptop = client.connect(bob, Dialect.CLIENT);
        var phone = crowd.comes(ann);
        var tablet = crowd.comes(ann);
        crowd.goes(ann, phone, Cause.CLOSED);
        crowd.goes(ann, tablet, Cause.SIGNED_OUT);

        var since = crowd.awaitOffline(bobsPhone, ann);

        assertThat(crowd.told(bobsPhone, ann))
                .extracting(Object::toString)
                .containsExactly("\"online\"", "\"online\"", since.toString());
        assertThat(crowd.told(bobsLaptop, ann))
                .extracting(Object::toString)
                .containsExactly("0", "0", since.toString());
        assertThat(Instant.ofEpochSecond(since.asLong()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void whoIsBackInAMomentWasNeverAway() {
        var phone = crowd.comes(ann);
        crowd.goes(ann, phone, Cause.CLOSED);
        var again = crowd.comes(ann);
        crowd.goes(ann, again, Cause.CLOSED);

        crowd.awaitOffline(bobsPhone, ann);

        assertThat(crowd.told(bobsPhone, ann)).hasSize(3);
    }

    @Test
    void userServiceIsToldOfTheLastActivity() {
        crowd.goes(ann, crowd.comes(ann), Cause.LOST);

        var since = crowd.awaitOffline(bobsPhone, ann);

        try (var commands = client.view(Topic.USER_COMMANDS)) {
            var note =
                    commands.await(seen ->
                            seen.has(Headers.COMMAND, "activity_record")
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
        crowd.watches(ann, bob);
        crowd.goes(ann, crowd.comes(ann), Cause.SIGNED_OUT);
        crowd.awaitOffline(bobsPhone, ann);
        var annsPhone = client.connect(ann);

        assertThat(handle(opened(bob)).getFirst().lights()).isEmpty();

        assertThat(crowd.told(annsPhone, bob)).isEmpty();
    }

    @Test
    void anEventThatComesTwiceHasTheSameOutcome() {
        var arrival = opened(ann);
        var leave = closed(ann);

        var first = List.of(handle(arrival), handle(leave));

        assertThat(List.of(handle(leave))).containsExactly(first.getLast());
        assertThat(first.getLast().getFirst().lights()).hasSize(1);
        assertThat(handle(closed(ann)).getFirst()).isEqualTo(Outcome.silent());
    }

    @Test
    void whileTheRegistryIsUnknownNobodyGoesOffline() {
        handle(opened(ann));
        var leave = closed(ann);
        redis.send(Request.cmd(Command.DEL).arg(redis.key("registry", "id")));
        try {
            assertThatThrownBy(() -> handle(leave)).isInstanceOf(RegistryUnknown.class);
        } finally {
            redis.send(Request.cmd(Command.SET).arg(redis.key("registry", "id")).arg("test"));
        }
        client.connect(ann);

        assertThat(handle(leave).getFirst()).isEqualTo(Outcome.silent());
    }

    @Test
    void whoseGatewayIsOnlySlowStaysOnline() {
        handle(opened(ann));
        redis.send(
                Request.cmd(Command.HSET)
                        .arg(redis.key("conn", ann.userId().value()))
                        .arg("at-a-slow-gateway")
                        .arg("9:slow|seed|active|phone"));

        assertThat(handle(closed(ann)).getFirst()).isEqualTo(Outcome.silent());
    }

    @Test
    void tenThousandWatchersAreOneDeliveryAndAFlappingUserTellsThemRarely() {
        var watches = mongo.getDatabase(database).getCollection("watches");
        watches.insertMany(IntStream.range(1, CELEBRITY).mapToObj(i -> watch(ann)).toList());
        var flapping = IntStream.range(0, 500).mapToObj(i -> opened(ann)).toList();

        var outcomes = listener.handle(flapping);

        var told = outcomes.stream().flatMap(outcome -> outcome.lights().stream()).toList();
        assertThat(told).hasSizeBetween(1, 11);
        assertThat(told).allSatisfy(one -> assertThat(one.recipients()).hasSize(CELEBRITY));
    }

    private static Document watch(Caller watched) {
        return new Document("_id", new ObjectId(CommandClient.mintedId()))
                .append("watched", new ObjectId(watched.userId().value()))
                .append("since", Date.from(Instant.now()));
    }

    private List<Outcome> handle(Heard<ConnectionEvent> heard) {
        return listener.handle(List.of(heard));
    }

    private static Heard<ConnectionEvent> opened(Caller user) {
        return heard(
                new ConnectionOpened(
                        user.userId(),
                        user.organizationId(),
                        new ConnectionId("c"),
                        user.deviceId(),
                        Instant.EPOCH));
    }

    private static Heard<ConnectionEvent> closed(Caller user) {
        return heard(
                new ConnectionClosed(
                        user.userId(), new ConnectionId("c"), Cause.SIGNED_OUT, Instant.EPOCH));
    }

    private static Heard<ConnectionEvent> heard(ConnectionEvent event) {
        var position = new Position("connections-9", OFFSETS.incrementAndGet(), 0);
        return new Heard<>(event, position, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}

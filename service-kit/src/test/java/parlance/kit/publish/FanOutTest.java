package parlance.kit.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.context.Context;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.Delivery;
import parlance.contracts.DeviceId;
import parlance.contracts.EnvelopeForm;
import parlance.contracts.EphemeralDelivery;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.RedisKey;
import parlance.contracts.SessionId;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.kit.HandlerResult;
import parlance.kit.ReplyAddress;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.registry.RegistryStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.commands.Seen;
import parlance.testing.infra.ParlanceInfrastructure;

/** Who gets what, on real Kafka and Redis: light packets, and clients in the background. */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class FanOutTest {

    /** More than the client's connection to Redis takes at once. */
    private static final int LARGE_AUDIENCE = 10_003;

    private static final AtomicLong OFFSETS = new AtomicLong();

    private final CommandClient client = CommandClient.shared();

    @Inject Publisher publisher;
    @Inject ReliableProducer producer;
    @Inject RegistryStore registry;
    @Inject RedisPipeline redis;

    private final Caller ann = newCaller();
    private final Caller bob = newCaller();

    private record Packet(String text) {}

    @Test
    void aLightPacketTakesItsOwnWayInTheDialectOfEachConnection() {
        var phone = client.connect(ann, ProtocolDialect.SEED);
        var laptop = client.connect(ann, ProtocolDialect.CLIENT);

        publish(
                HandlerResult.noReply()
                        .deliver(light("seed", ann, bob).inClientDialect(text("client"))));

        assertThat(client.awaitLight(phone, _ -> true).path("text").asText()).isEqualTo("seed");
        assertThat(client.awaitLight(laptop, _ -> true).path("text").asText()).isEqualTo("client");
        assertThat(client.packetsTo(phone)).isEmpty();
    }

    @Test
    void nothingBecomesOfALightPacketForTheAbsent() {
        client.connect(ann);

        publish(HandlerResult.noReply().deliver(light("typing", ann, bob)));

        assertThat(keptFor(bob)).isEmpty();
    }

    @Test
    void aLargeAudienceAtOneGatewayIsAddressedInSlices() {
        for (int i = 0; i < InboxRecords.SLICE + 1; i++) {
            client.connect(ann);
        }
        var text = UUID.randomUUID().toString();

        publish(HandlerResult.noReply().deliver(light(text, ann)));

        try (var inbox = client.view(Topic.GATEWAY_INBOX_LIGHT)) {
            var records = inbox.all(seen -> seen.value().path("text").asText().equals(text));
            assertThat(records)
                    .extracting(seen ->
                            seen.headers().get(RecordHeaderNames.RECIPIENTS).split(",").length)
                    .containsExactly(InboxRecords.SLICE, 1);
        }
    }

    @Test
    void whoseClientIsInTheBackgroundGetsThePacketAndAPushAndNoLogEntry() {
        var tablet = client.connect(ann);
        var phone = client.connectInactive(ann);

        publish(HandlerResult.noReply().deliver(kept(OfflinePolicy.LOG, OfflinePolicy.PUSH)));

        assertThat(client.awaitPacket(tablet, "text")).isNotNull();
        assertThat(client.awaitPacket(phone, "text")).isNotNull();
        assertThat(keptFor(ann))
                .extracting(seen -> seen.headers().get(RecordHeaderNames.ABSENT))
                .containsExactly("PUSH");
    }

    @Test
    void whatIsNotPushedIsNotPushedToTheBackgroundEither() {
        client.connectInactive(ann);

        publish(HandlerResult.noReply().deliver(kept(OfflinePolicy.LOG)));

        assertThat(keptFor(ann)).isEmpty();
    }

    @Test
    void theAuthorIsNotPushedToInTheBackground() {
        client.connectInactive(ann);

        publish(HandlerResult.noReply().deliver(kept(OfflinePolicy.PUSH).by(ann.userId())));

        assertThat(keptFor(ann)).isEmpty();
    }

    @Test
    void oneWhoseGatewayLetItsLeaseLapseIsAddressedUntilItsInboxIsTaken() {
        register(ann, "9:slow");

        assertThat(registry.find(Set.of(ann.userId())).get(ann.userId())).hasSize(1);
        assertThat(registry.findGone(Set.of(ann.userId(), bob.userId())))
                .containsExactly(bob.userId());
    }

    @Test
    void whoseInboxSomebodyElseHoldsIsGone() {
        var connection = client.connect(bob);
        var held = registry.find(Set.of(bob.userId())).get(bob.userId()).getFirst();
        register(ann, held.inbox().partition() + ":former");

        assertThat(registry.findGone(Set.of(ann.userId(), bob.userId())))
                .containsExactly(ann.userId());
        assertThat(held.connectionId()).isEqualTo(connection);
    }

    @Test
    void anAudienceLargerThanARedisConnectionTakesAtOnceIsDeliveredTo() {
        var connection = client.connect(ann);
        var users = new ArrayList<UserId>();
        IntStream.range(0, LARGE_AUDIENCE - 1).forEach(_ -> users.add(newCaller().userId()));
        users.add(ann.userId());

        publish(HandlerResult.noReply().deliver(Delivery.of(text("all"), users)));

        assertThat(client.awaitPacket(connection, "text")).isNotNull();
        assertThat(registry.find(users)).hasSize(LARGE_AUDIENCE).containsKey(ann.userId());
        assertThat(registry.find(users).get(ann.userId())).hasSize(1);
    }

    @Test
    void aPacketThatFitsNoRecordIsRefusedToItsSenderAndTheRestOfTheBatchGoesOut() {
        var connection = client.connect(ann);
        var large = "x".repeat(ReliableProducer.MAX_VALUE_BYTES);

        publisher.publish(
                List.of(
                        from(connection, HandlerResult.noReply().deliver(light(large, ann))),
                        from(
                                connection,
                                HandlerResult.noReply()
                                        .deliver(
                                                Delivery.of(text(large), List.of(bob.userId()))
                                                        .whenOffline(OfflinePolicy.LOG))),
                        from(
                                connection,
                                HandlerResult.noReply()
                                        .deliver(
                                                Delivery.of(
                                                        text("small"), List.of(ann.userId()))))));

        assertThat(client.awaitPacket(connection, "text").path("text").asText()).isEqualTo("small");
        assertThat(client.lightsTo(connection)).isEmpty();
        assertThat(keptFor(bob)).isEmpty();
        try (var inbox = client.view(Topic.GATEWAY_INBOX)) {
            var refusals =
                    inbox.all(seen ->
                            connection
                                    .value()
                                    .equals(seen.headers().get(RecordHeaderNames.CONNECTION)));
            assertThat(refusals)
                    .extracting(seen -> seen.value().at("/response/error/status").asInt())
                    .containsExactly(422, 422);
            assertThat(refusals)
                    .extracting(seen -> seen.value().at("/response/id").asText())
                    .containsOnly("7");
        }
    }

    @Test
    void anEventThatFitsNoRecordIsRefusedToItsSenderAndTheProcessGoesOn() {
        var record =
                new ProducerRecord<byte[], byte[]>(
                        "any", new byte[ReliableProducer.MAX_VALUE_BYTES + 1]);

        assertThatThrownBy(() -> producer.sendAll(List.of(record)))
                .isInstanceOf(RecordTooLarge.class);

        nothingBecomesOfALightPacketForTheAbsent();
    }

    private CompletedCommand from(ConnectionId connection, HandlerResult handlerResult) {
        var inbox = registry.find(Set.of(ann.userId())).get(ann.userId()).getFirst().inbox();
        var asker =
                new ReplyAddress(
                        connection,
                        inbox,
                        UUID.randomUUID().toString(),
                        EnvelopeForm.ENVELOPED,
                        ProtocolDialect.SEED,
                        "\"7\"",
                        null);
        var position = new Position("fan-out.commands-0", OFFSETS.incrementAndGet(), 0);
        return new CompletedCommand(
                "x", position, 0, asker, ann, "", null, handlerResult, Context.root());
    }

    private void register(Caller caller, String inbox) {
        redis.send(
                RedisCall.of(
                        Command.HSET,
                        redis.key(RedisKey.USER_CONNECTIONS, caller.userId().value()),
                        "c-" + UUID.randomUUID(),
                        inbox + "|seed|active|phone"));
    }

    private void publish(HandlerResult handlerResult) {
        var position = new Position("fan-out.commands-0", OFFSETS.incrementAndGet(), 0);
        publisher.publish(
                List.of(
                        new CompletedCommand(
                                "x",
                                position,
                                0,
                                null,
                                null,
                                "",
                                null,
                                handlerResult,
                                Context.root())));
    }

    private Delivery kept(OfflinePolicy first, OfflinePolicy... more) {
        return Delivery.of(text("hello"), List.of(ann.userId())).whenOffline(first, more);
    }

    private static EphemeralDelivery light(String text, Caller... recipients) {
        return EphemeralDelivery.of(
                text(text), List.of(recipients).stream().map(Caller::userId).toList());
    }

    private static Packet text(String text) {
        return new Packet(text);
    }

    private List<Seen> keptFor(Caller user) {
        try (var offline = client.view(Topic.DELIVERIES_OFFLINE)) {
            return offline.all(seen ->
                    seen.headers().get(RecordHeaderNames.USERS).contains(user.userId().value()));
        }
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

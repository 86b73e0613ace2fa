package parlance.kit.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import parlance.contracts.Absent;
import parlance.contracts.Caller;
import parlance.contracts.Delivery;
import parlance.contracts.DeviceId;
import parlance.contracts.Dialect;
import parlance.contracts.Headers;
import parlance.contracts.LightDelivery;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.SessionId;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.kit.Outcome;
import parlance.kit.redis.RedisPipeline;
import parlance.testing.commands.CommandClient;
import parlance.testing.commands.Seen;
import parlance.testing.infra.ParlanceInfrastructure;

/** Who gets what, on real Kafka and Redis: light packets, and clients in the background. */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class FanOutTest {

    private static final AtomicLong OFFSETS = new AtomicLong();

    private final CommandClient client = CommandClient.shared();

    @Inject Publisher publisher;
    @Inject RegistryStore registry;
    @Inject RedisPipeline redis;

    private final Caller ann = newCaller();
    private final Caller bob = newCaller();

    private record Packet(String text) {}

    @Test
    void aLightPacketTakesItsOwnWayInTheDialectOfEachConnection() {
        var phone = client.connect(ann, Dialect.SEED);
        var laptop = client.connect(ann, Dialect.CLIENT);

        publish(Outcome.silent().deliver(light("seed", ann, bob).inClientDialect(text("client"))));

        assertThat(client.awaitLight(phone, _ -> true).path("text").asText()).isEqualTo("seed");
        assertThat(client.awaitLight(laptop, _ -> true).path("text").asText()).isEqualTo("client");
        assertThat(client.packetsTo(phone)).isEmpty();
    }

    @Test
    void nothingBecomesOfALightPacketForTheAbsent() {
        client.connect(ann);

        publish(Outcome.silent().deliver(light("typing", ann, bob)));

        assertThat(keptFor(bob)).isEmpty();
    }

    @Test
    void aLargeAudienceAtOneGatewayIsAddressedInSlices() {
        for (int i = 0; i < InboxRecords.SLICE + 1; i++) {
            client.connect(ann);
        }
        var text = UUID.randomUUID().toString();

        publish(Outcome.silent().deliver(light(text, ann)));

        try (var inbox = client.view(Topic.GATEWAY_INBOX_LIGHT)) {
            var records = inbox.all(seen -> seen.value().path("text").asText().equals(text));
            assertThat(records)
                    .extracting(seen -> seen.headers().get(Headers.RECIPIENTS).split(",").length)
                    .containsExactly(InboxRecords.SLICE, 1);
        }
    }

    @Test
    void whoseClientIsInTheBackgroundGetsThePacketAndAPushAndNoLogEntry() {
        var tablet = client.connect(ann);
        var phone = client.connectInactive(ann);

        publish(Outcome.silent().deliver(kept(Absent.LOG, Absent.PUSH)));

        assertThat(client.awaitPacket(tablet, "text")).isNotNull();
        assertThat(client.awaitPacket(phone, "text")).isNotNull();
        assertThat(keptFor(ann))
                .extracting(seen -> seen.headers().get(Headers.ABSENT))
                .containsExactly("PUSH");
    }

    @Test
    void whatIsNotPushedIsNotPushedToTheBackgroundEither() {
        client.connectInactive(ann);

        publish(Outcome.silent().deliver(kept(Absent.LOG)));

        assertThat(keptFor(ann)).isEmpty();
    }

    @Test
    void theAuthorIsNotPushedToInTheBackground() {
        client.connectInactive(ann);

        publish(Outcome.silent().deliver(kept(Absent.PUSH).by(ann.userId())));

        assertThat(keptFor(ann)).isEmpty();
    }

    @Test
    void oneWhoseGatewayLetsItsLeaseLapseIsNotAddressedButNotGoneEither() {
        register(ann, "9:slow");

        assertThat(registry.find(Set.of(ann.userId())).get(ann.userId())).isEmpty();
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

    private void register(Caller caller, String inbox) {
        redis.send(
                Request.cmd(Command.HSET)
                        .arg(redis.key("conn", caller.userId().value()))
                        .arg("c-" + UUID.randomUUID())
                        .arg(inbox + "|seed|active|phone"));
    }

    private void publish(Outcome outcome) {
        var position = new Position("fan-out.commands-0", OFFSETS.incrementAndGet(), 0);
        publisher.publish(
                List.of(
                        new Answered(
                                "x", position, 0, null, null, "", null, outcome, Context.root())));
    }

    private Delivery kept(Absent first, Absent... more) {
        return Delivery.of(text("hello"), List.of(ann.userId())).whenAbsent(first, more);
    }

    private static LightDelivery light(String text, Caller... recipients) {
        return LightDelivery.of(
                text(text), List.of(recipients).stream().map(Caller::userId).toList());
    }

    private static Packet text(String text) {
        return new Packet(text);
    }

    private List<Seen> keptFor(Caller user) {
        try (var offline = client.view(Topic.DELIVERIES_OFFLINE)) {
            return offline.all(
                    seen -> seen.headers().get(Headers.USERS).contains(user.userId().value()));
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

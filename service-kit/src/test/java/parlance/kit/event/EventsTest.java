package parlance.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.waiting.Waiting.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.DeviceId;
import parlance.contracts.OfflineDelivery;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.SessionId;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.contracts.connection.ConnectionEvent.ConnectionOpened;
import parlance.kit.command.RecordingHandlers;
import parlance.kit.command.ToyOnOffline;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

/** Events to listeners, on real Kafka and Redis. */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class EventsTest {

    private final CommandClient client = CommandClient.shared();

    @Inject RecordingHandlers desk;
    @Inject ToyOnOffline offline;
    @Inject @Readiness EventsReady ready;
    @Inject KafkaClientService channels;

    @AfterEach
    void heal() {
        desk.comeUp();
    }

    @Test
    void eventsOfOneKeyComeInOrder() {
        var ann = newUser();
        var expected = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();

        expected.forEach(connection -> opens(ann, connection));

        awaitThat(() -> assertThat(desk.doneFor(ann.value())).isEqualTo(expected));
    }

    @Test
    void whatAListenerDeliversReachesTheUser() {
        var ann = newUser();
        var connection = client.connect(callerOf(ann));

        opens(ann, "laptop");

        var packet = client.awaitPacket(connection, "greeting");
        assertThat(packet.path("greeting").asText()).isEqualTo("laptop");
    }

    @Test
    void anEventWaitsWhileADependencyIsDown() {
        var ann = newUser();
        desk.goDown();
        opens(ann, "patient");
        awaitThat(() -> assertThat(desk.attemptsAt("patient")).isGreaterThan(1));
        assertThat(desk.doneFor(ann.value())).isEmpty();

        desk.comeUp();

        awaitThat(() -> assertThat(desk.doneFor(ann.value())).containsExactly("patient"));
    }

    @Test
    void whatIsDoneIsCommittedAndWhatWaitsIsNot() {
        awaitThat(() -> assertThat(uncommitted()).isZero());
        desk.goDown();
        opens(newUser(), "committed");
        awaitThat(() -> assertThat(desk.attemptsAt("committed")).isGreaterThan(1));
        assertThat(uncommitted()).isEqualTo(1);

        desk.comeUp();

        awaitThat(() -> assertThat(uncommitted()).isZero());
    }

    @Test
    void aReplicaIsNotReadyWhileAPartitionWaits() {
        awaitThat(() -> assertThat(ready.call().getStatus()).isEqualTo(Status.UP));
        desk.goDown();
        opens(newUser(), "patient");

        awaitThat(() -> assertThat(ready.call().getStatus()).isEqualTo(Status.DOWN));

        desk.comeUp();
        awaitThat(() -> assertThat(ready.call().getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void whatCannotBeProcessedIsSetAsideAndTheRestGoesOn() {
        var ann = newUser();
        var poison = "poison-" + UUID.randomUUID();

        try (var dead = client.deadLetters(Topic.CONNECTIONS)) {
            opens(ann, poison);
            opens(ann, "after");

            var letter = dead.await(seen -> seen.value().toString().contains(poison));
            assertThat(letter.headers().get("dead-letter-reason"))
                    .isEqualTo("java.lang.IllegalStateException: cannot digest " + poison);
            assertThat(letter.headers().get("dead-letter-topic")).endsWith("connections");
            assertThat(letter.headers())
                    .containsKeys("dead-letter-partition", "dead-letter-offset");
        }
        awaitThat(() -> assertThat(desk.doneFor(ann.value())).containsExactly("after"));
    }

    @Test
    void whoMissedAPacketIsReadFromTheRecordsHeaders() {
        var ann = newUser();
        var missed =
                new OfflineDelivery(
                        new RawJson("{\"message\":{\"body\":\"" + ann + "\"}}"),
                        Position.parse("message.commands-3@17/1"),
                        List.of(ann),
                        newUser(),
                        Set.of(OfflinePolicy.LOG, OfflinePolicy.PUSH));

        client.publish(missed);

        awaitThat(() -> assertThat(offline.missed()).contains(missed));
    }

    private long uncommitted() {
        Function<Consumer<Object, Object>, Long> count =
                consumer -> {
                    var committed = consumer.committed(consumer.assignment());
                    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                            .mapToLong(end -> end.getValue() - offset(committed.get(end.getKey())))
                            .sum();
                };
        return channels.getConsumer("connections").runOnPollingThread(count).await().indefinitely();
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static void awaitThat(ThrowingRunnable check) {
        await().untilAsserted(check);
    }

    private void opens(UserId user, String connection) {
        client.publish(
                new ConnectionOpened(
                        user,
                        new OrganizationId("default"),
                        new ConnectionId(connection),
                        new DeviceId("77"),
                        Instant.EPOCH));
    }

    private static UserId newUser() {
        return new UserId("user-" + UUID.randomUUID());
    }

    private static Caller callerOf(UserId user) {
        return new Caller(
                new OrganizationId("default"), user, "ann", new DeviceId("77"), new SessionId("s"));
    }
}

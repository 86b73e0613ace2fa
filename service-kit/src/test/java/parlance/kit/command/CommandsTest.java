package parlance.kit.command;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.CREATE_FILES;
import static parlance.contracts.Route.GET_FILE_URLS;
import static parlance.testing.waiting.Waiting.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Route;
import parlance.contracts.SessionId;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.kit.HandlerResult;
import parlance.kit.kafka.AllowedTopics;
import parlance.kit.kafka.KafkaSettings;
import parlance.kit.loop.ConsumerLoops;
import parlance.kit.loop.ConsumersReady;
import parlance.testing.commands.CommandClient;
import parlance.testing.commands.Seen;
import parlance.testing.infra.ParlanceInfrastructure;

/**
 * Commands through the loop, on real Kafka and Redis, with toy handlers for the routes of files.
 */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class CommandsTest {

    private static final AtomicInteger USERS = new AtomicInteger();

    private final CommandClient client = CommandClient.shared();

    @Inject RecordingHandlers desk;
    @Inject ConsumerLoops loops;
    @Inject @Readiness ConsumersReady ready;
    @Inject KafkaSettings topics;
    @Inject AllowedTopics allowedTopics;
    @Inject MeterRegistry metrics;
    @Inject CommandReader reader;
    @Inject Handlers handlers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @AfterEach
    void heal() {
        desk.comeUp();
    }

    @Test
    void commandsOfOneKeyAreDoneInOrderAndEachIsAnswered() {
        var ann = newCaller();
        var bob = newCaller();
        var sent = new ArrayList<String>();

        for (int i = 0; i < 100; i++) {
            sent.add(send(ann, "a" + i));
            sent.add(send(bob, "b" + i));
        }

        sent.forEach(client::awaitAnswer);
        assertThat(doneFor(ann)).isEqualTo(numbered("a"));
        assertThat(doneFor(bob)).isEqualTo(numbered("b"));
    }

    @Test
    void aClientsMistakeIsAnsweredInTheWordsOfTheProtocol() {
        var answer = client.ask(CREATE_FILES, newCaller(), Map.of("text", 5));

        assertThat(answer.errorStatus()).isEqualTo(422);
        assertThat(answer.errorText()).isEqualTo("\"text\" must be a string");
        assertThat(answer.response().path("id").asText()).isNotEmpty();
    }

    @Test
    void waitsWhileADependencyIsDownAndLosesNothing() {
        var ann = newCaller();
        desk.goDown();
        var correlation = send(ann, "patient");
        await().untilAsserted(() -> assertThat(desk.attemptsAt("patient")).isGreaterThan(2));
        assertThat(ready.call().getStatus()).hasToString("DOWN");
        assertThat(committed()).isLessThan(produced());

        desk.comeUp();

        assertThat(client.awaitAnswer(correlation).response().path("text").asText())
                .isEqualTo("patient");
        assertThat(doneFor(ann)).containsExactly("patient");
        await().untilAsserted(() -> {
            assertThat(committed()).isEqualTo(produced());
            assertThat(ready.call().getStatus()).hasToString("UP");
        });
    }

    @Test
    void whatWasNotCommittedIsDoneAfterARestart() {
        var ann = newCaller();
        desk.goDown();
        var correlation = send(ann, "survivor");
        await().untilAsserted(() -> assertThat(desk.attemptsAt("survivor")).isGreaterThan(1));

        loops.stop(new ShutdownEvent());
        desk.comeUp();
        loops.start(new StartupEvent());

        assertThat(client.awaitAnswer(correlation).response().path("text").asText())
                .isEqualTo("survivor");
        assertThat(doneFor(ann)).containsExactly("survivor");
    }

    @Test
    void poisonIsAnsweredAndPutAsideAndTheRestGoesOn() {
        var ann = newCaller();
        send(ann, "before");
        var poison = send(ann, "poison");
        var after = send(ann, "after");

        assertThat(client.awaitAnswer(poison).errorText()).isEqualTo("Internal server error.");
        assertThat(client.awaitAnswer(poison).errorStatus()).isEqualTo(500);
        client.awaitAnswer(after);
        assertThat(doneFor(ann)).containsExactly("before", "after");
        try (var letters = client.deadLetters(Topic.FILE_COMMANDS)) {
            var letter = letters.await(seen -> seen.has(RecordHeaderNames.CORRELATION, poison));
            assertThat(letter.value().path("text").asText()).isEqualTo("poison");
            assertThat(letter.headers().get("dead-letter-reason")).contains("cannot digest poison");
        }
    }

    /** Else the first of a topic is no increase, and alerts nobody. */
    @Test
    void deadLettersOfEveryTopicAreCountedFromTheStart() {
        assertThat(allowedTopics.readable())
                .isNotEmpty()
                .allSatisfy(topic ->
                        assertThat(
                                        metrics.find("parlance_dead_letters")
                                                .tag("topic", topic)
                                                .counter())
                                .isNotNull());
    }

    @Test
    void oneAtFaultDoesNotSpoilTheBatch() {
        var ann = newCaller();
        var first = client.send(GET_FILE_URLS, ann, text("one"), CommandClient.mintedId());
        var poison = client.send(GET_FILE_URLS, ann, text("poison read"), CommandClient.mintedId());
        var last = client.send(GET_FILE_URLS, ann, text("two"), CommandClient.mintedId());

        assertThat(client.awaitAnswer(first).response().path("text").asText()).isEqualTo("one");
        assertThat(client.awaitAnswer(poison).errorStatus()).isEqualTo(500);
        assertThat(client.awaitAnswer(last).response().path("text").asText()).isEqualTo("two");
    }

    @Test
    void aPacketGoesToConnectionsAndIsKeptForTheAbsent() {
        var ann = newCaller();
        var bob = newCaller();
        var cat = newCaller();
        var phone = client.connect(bob);
        var recipients = List.of(ann.userId(), bob.userId(), cat.userId());

        client.ask(CREATE_FILES, ann, Map.of("text", "hello", "to", recipients));

        assertThat(client.awaitPacket(phone, "text").path("text").asText()).isEqualTo("hello");
        try (var offline = client.view(Topic.DELIVERIES_OFFLINE)) {
            var kept = offline.await(seen -> isFor(cat, seen));
            assertThat(kept.value().path("text").asText()).isEqualTo("hello");
            assertThat(kept.headers()).containsEntry(RecordHeaderNames.ABSENT, "LOG");
            assertThat(offline.all(seen -> isFor(ann, seen) || isFor(bob, seen))).isEmpty();
        }
    }

    @Test
    void aLateReadIsDroppedAndALateWriteIsStillDoneForAMinute() {
        assertThat(read(GET_FILE_URLS, Duration.ofSeconds(5)).result).isNull();
        assertThat(read(GET_FILE_URLS, Duration.ofSeconds(12)).result)
                .isEqualTo(HandlerResult.noReply());
        assertThat(read(CREATE_FILES, Duration.ofSeconds(12)).result).isNull();
        assertThat(read(CREATE_FILES, Duration.ofSeconds(72)).result)
                .isEqualTo(HandlerResult.noReply());
    }

    private CommandContext read(Route route, Duration age) {
        var record =
                new ConsumerRecord<>(
                        "topic",
                        0,
                        0,
                        Instant.now().minus(age).toEpochMilli(),
                        TimestampType.LOG_APPEND_TIME,
                        0,
                        0,
                        new byte[0],
                        "{\"text\":\"late\"}".getBytes(StandardCharsets.UTF_8),
                        new RecordHeaders(),
                        Optional.empty());
        add(record, RecordHeaderNames.COMMAND, route.wireName());
        add(record, RecordHeaderNames.MINTED_ID, CommandClient.mintedId());
        return reader.read(record, handlers);
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isFor(Caller caller, Seen seen) {
        return seen.headers().get(RecordHeaderNames.USERS).contains(caller.userId().value());
    }

    private String send(Caller caller, String text) {
        return client.send(CREATE_FILES, caller, text(text), CommandClient.mintedId());
    }

    private static Map<String, String> text(String text) {
        return Map.of("text", text);
    }

    private List<String> doneFor(Caller caller) {
        return desk.doneFor(caller.userId().value());
    }

    private static List<String> numbered(String prefix) {
        return IntStream.range(0, 100).mapToObj(i -> prefix + i).toList();
    }

    private static Caller newCaller() {
        var name = "user" + USERS.incrementAndGet();
        return new Caller(
                new OrganizationId("default"),
                new UserId(name),
                name,
                new DeviceId("d1"),
                new SessionId("s-" + name));
    }

    private long committed() {
        var group = topics.nameOf(Topic.FILE_COMMANDS);
        try (var admin = admin()) {
            return admin
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private long produced() {
        try (var all = client.view(Topic.FILE_COMMANDS)) {
            return all.all(_ -> true).size();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka));
    }
}

package parlance.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.gateway.environment.Services.header;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.Position;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.RedisKey;
import parlance.contracts.StreamEntryId;
import parlance.contracts.Topic;
import parlance.gateway.environment.Clients;
import parlance.gateway.environment.GatewayEnvironment;
import parlance.gateway.environment.Services;
import parlance.gateway.environment.Tokens;
import parlance.kit.redis.RedisCall;
import parlance.kit.redis.RedisPipeline;
import parlance.kit.registry.RegistryStore;
import parlance.kit.resume.ResumeStore;
import parlance.kit.resume.ResumeStore.Addition;
import parlance.testing.client.ChatClient;
import parlance.testing.waiting.Waiting;

/** A client goes on where its last connection broke. */
@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class StreamResumptionTest {

    @Inject RegistryStore registry;
    @Inject ResumeStore streams;
    @Inject RedisPipeline redis;

    private final Services services = new Services();
    private final Caller ann = Tokens.somebody();
    private final String stream = "test.commands-" + UUID.randomUUID();
    private final AtomicLong offsets = new AtomicLong();

    private JsonNode welcome;

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void whoDoesNotAskSeesNothingNew() {
        try (var client = connect(null)) {
            assertThat(welcome.has("cursor") || welcome.has("resumed")).isFalse();

            send("hi");

            assertThat(client.next().has("cursor")).isFalse();
        }
    }

    @Test
    void whoBreaksAndComesBackIsGivenWhatIsMissingOnceAndInOrder() {
        var before = connect(true);
        assertThat(welcome.has("resumed")).isFalse();
        send("one");
        var cursor = before.next().path("cursor").asText();
        before.abort();
        awaitNobody();
        send("two");
        send("three");

        try (var after = connect(cursor)) {
            send("four");

            assertThat(welcome.path("resumed").asBoolean()).isTrue();
            assertThat(welcome.path("cursor").asText()).isEqualTo(cursor);
            assertThat(bodiesOf(after, 3)).containsExactly("two", "three", "four");
            after.receivesNothingMore();
        }
    }

    @Test
    void whoMissedNothingHearsSo() {
        try (var first = connect("")) {
            var cursor = welcome.path("cursor").asText();
            try (var second = connect(cursor)) {
                assertThat(welcome.path("resumed").asBoolean()).isTrue();
                first.receivesNothingMore();
                second.receivesNothingMore();
            }
        }
    }

    @Test
    void aReplayedCommandGetsTheSameEntryAgain() {
        try (var client = connect(true)) {
            send("one");
            var cursor = client.next().path("cursor").asText();
            send("two");

            var again = appendAt(offsets.get() - 1, "one", null);

            assertThat(cursor).endsWith("." + again);
            assertThat(bodiesOf(client, 1)).containsExactly("two");
            client.receivesNothingMore();
        }
    }

    @Test
    void whoResumesIsToldNothingBesides() {
        var first = connect(true);
        var cursor = welcome.path("cursor").asText();
        first.close();
        try (var client = Clients.dial().dialect("seed").open()) {
            connect(client, cursor);
            services.reply(
                    services.await(Topic.MESSAGE_QUERIES, this::isClaim),
                    "{\"response\":{\"packets\":[{\"position\":\"s-0@1/1\",\"packet\":{}}],"
                            + "\"more\":false}}",
                    Map.of());

            send("live");

            assertThat(client.next().at("/message/body").asText()).isEqualTo("live");
            client.receivesNothingMore();
        }
    }

    @Test
    void aRedisThatForgotTheNumbersSendsAwayWhoCountsOnThem() {
        try (var plain = Clients.connect(Tokens.somebody());
                var client = connect(true)) {
            redis.send(RedisCall.of(Command.DEL, redis.key(RedisKey.REGISTRY_ID)));

            assertThat(client.awaitClosing(Waiting.LIMIT).code()).isEqualTo(1012);
            plain.receivesNothingMore();
            awaitNobody();
        }
    }

    @Test
    void aCursorOfAnotherStreamIsTooFar() {
        for (var cursor : List.of("other.1-1", "nonsense", "x.y-z")) {
            try (var client = connect(cursor)) {
                assertThat(welcome.path("success").asBoolean()).isTrue();
                assertThat(welcome.path("resumed").asBoolean()).isFalse();
                send("from here on");
                assertThat(client.next().path("cursor").asText()).isNotEmpty();
            }
        }
    }

    @Test
    void beyondTheWindowIsTooFar() {
        var client = connect(true);
        var cursor = welcome.path("cursor").asText();
        client.close();
        awaitNobody();
        for (int i = 0; i <= GatewayEnvironment.RESUMABLE_PACKETS; i++) {
            send("packet " + i);
        }

        connect(cursor).close();

        assertThat(welcome.path("resumed").asBoolean()).isFalse();
        assertThat(welcome.path("cursor").asText()).isNotEqualTo(cursor);
    }

    @Test
    void aPacketThatOvertookAnotherIsWrittenAfterIt() {
        try (var client = connect(true)) {
            append("one", null);
            send("two");

            assertThat(bodiesOf(client, 2)).containsExactly("one", "two");
            client.receivesNothingMore();
        }
    }

    @Test
    void theAckOfAnOwnMessageCountsForIt() {
        try (var client = connect(true)) {
            var here = registry.find(List.of(ann.userId())).get(ann.userId()).getFirst();
            client.send(Map.of("message", Map.of("id", "m-" + ann.userId(), "cid", "c")));
            var command =
                    services.await(
                            Topic.MESSAGE_COMMANDS,
                            record -> Services.text(record).contains("m-" + ann.userId()));
            var entry = append("own", here.connectionId().value());

            services.reply(
                    command,
                    "{\"ask\":{},\"ack\":{}}",
                    Map.of(RecordHeaderNames.ENTRY, String.valueOf(entry)));
            send("next");

            assertThat(client.next().path("cursor").asText()).endsWith("." + entry);
            assertThat(bodiesOf(client, 1)).containsExactly("next");
            assertThat(header(command, RecordHeaderNames.CONNECTION))
                    .isEqualTo(here.connectionId().value());
        }
    }

    private boolean isClaim(ConsumerRecord<byte[], byte[]> record) {
        return "missed_claim".equals(header(record, RecordHeaderNames.COMMAND))
                && ann.userId().value().equals(header(record, RecordHeaderNames.USER));
    }

    private ChatClient connect(Object resume) {
        return connect(Clients.open(), resume);
    }

    private ChatClient connect(ChatClient client, Object resume) {
        var request = new HashMap<String, Object>(Clients.credentials(ann));
        request.put("resume", resume);
        welcome = client.get("connect", request);
        return client;
    }

    /** Appends to the stream and addresses whoever is there, as the kit does. */
    private void send(String body) {
        offsets.incrementAndGet();
        var connectedRecipients = registry.findAudience(List.of(ann.userId()));
        var entry =
                connectedRecipients.resumable().isEmpty()
                        ? null
                        : appendAt(offsets.get(), body, null);
        var here = registry.find(List.of(ann.userId())).get(ann.userId());
        for (var connection : here) {
            services.deliver(
                    connection.inbox(),
                    position(),
                    packet(body),
                    List.of(new Recipient(ann.userId(), connection.connectionId(), entry)));
        }
    }

    private StreamEntryId append(String body, String except) {
        return appendAt(offsets.incrementAndGet(), body, except);
    }

    private StreamEntryId appendAt(long offset, String body, String except) {
        var addition =
                new Addition(
                        ann.userId(),
                        new Position(stream, offset, 1),
                        except == null ? null : new ConnectionId(except),
                        packet(body).getBytes(StandardCharsets.UTF_8));
        return streams.append(List.of(addition)).getFirst();
    }

    /** Of what was appended last. */
    private Position position() {
        return new Position(stream, offsets.get(), 1);
    }

    private static String packet(String body) {
        return "{\"message\":{\"body\":\"" + body + "\"}}";
    }

    private static List<String> bodiesOf(ChatClient client, int count) {
        return Stream.generate(() -> client.next("message").path("body").asText())
                .limit(count)
                .toList();
    }

    private void awaitNobody() {
        await().untilAsserted(() ->
                assertThat(registry.find(List.of(ann.userId())).get(ann.userId())).isEmpty());
    }
}

package parlance.testing.commands;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.EnvelopeForm;
import parlance.contracts.Event;
import parlance.contracts.InboxAddress;
import parlance.contracts.Json;
import parlance.contracts.KeyHash;
import parlance.contracts.OfflineDelivery;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.PartitionKeyRule;
import parlance.contracts.PreassignedId;
import parlance.contracts.ProtocolDialect;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.contracts.UserId;

/**
 * A gateway without sockets, for component tests: puts commands on their topics and reads the
 * inbox. Connections that it registers get deliveries; an answer waits at most 20 seconds.
 */
public final class CommandClient implements AutoCloseable {

    private static final AtomicInteger INBOXES = new AtomicInteger();
    private static final ConnectionId OWN = new ConnectionId("test-connection");

    private final AtomicInteger correlations = new AtomicInteger();
    private final String bootstrapServers = setting("kafka.bootstrap.servers");
    private final String prefix = setting("parlance.kafka.topic-prefix");
    private final SecretFields secrets = new SecretFields(setting("parlance.seal.public-keys"));
    private final TestRegistry registry =
            new TestRegistry(setting("quarkus.redis.hosts"), setting("parlance.redis.key-prefix"));
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                    Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
    private final TopicView inbox = view(Topic.GATEWAY_INBOX);
    private final TopicView lights = view(Topic.GATEWAY_INBOX_LIGHT);
    private final InboxAddress address = newAddress();

    private static final class Shared {
        static final CommandClient CLIENT = new CommandClient();
    }

    private CommandClient() {
        registry.open(address);
    }

    /** The one that the tests of a service use together, once the service runs. */
    public static CommandClient shared() {
        return Shared.CLIENT;
    }

    /** One of its own, with the settings of the service under test; to be closed. */
    public static CommandClient start() {
        return new CommandClient();
    }

    /** An id as the gateway would mint it for something new. */
    public static String mintedId() {
        return mintedId(UUID.randomUUID().toString());
    }

    /** An id as the gateway would mint it for a command that is ordered by {@code key}. */
    public static String mintedId(String key) {
        return PreassignedId.mint(Instant.now(), KeyHash.of(key), ThreadLocalRandom.current());
    }

    /** Sends a request and waits for its answer. */
    public Answer ask(Route route, @Nullable Caller caller, Object request) {
        var fields = Json.mapper().valueToTree(request);
        var key = keyOf(route, caller, (JsonNode) fields, mintedId());
        return ask(route, caller, request, mintedId(route, key));
    }

    private static String mintedId(Route route, String key) {
        return route.key() instanceof PartitionKeyRule.ByMintedId ? key : mintedId(key);
    }

    /** The same with a chosen id for what is created. */
    public Answer ask(Route route, @Nullable Caller caller, Object request, String mintedId) {
        return awaitAnswer(send(route, caller, request, mintedId));
    }

    /** The same on a connection of this dialect. */
    public Answer askIn(
            ProtocolDialect protocolDialect, Route route, Caller caller, Object request) {
        return awaitAnswer(send(route, caller, request, mintedId(), protocolDialect));
    }

    /** Sends without waiting; gives what {@link #awaitAnswer} takes. */
    public String send(Route route, @Nullable Caller caller, Object request, String mintedId) {
        return send(route, caller, request, mintedId, ProtocolDialect.SEED);
    }

    private String send(
            Route route,
            @Nullable Caller caller,
            Object request,
            String mintedId,
            ProtocolDialect protocolDialect) {
        var correlation = Integer.toString(correlations.incrementAndGet());
        JsonNode fields = Json.mapper().valueToTree(request);
        var key = keyOf(route, caller, fields, mintedId);
        var sealed =
                route.secretFields().isEmpty()
                        ? null
                        : secrets.takeFrom((ObjectNode) fields, route);
        var bytes = fields.toString().getBytes(StandardCharsets.UTF_8);
        var record = record(route.topic().orElseThrow(), key, hashOf(route, key), bytes);
        add(record, RecordHeaderNames.COMMAND, route.wireName());
        add(record, RecordHeaderNames.MINTED_ID, mintedId);
        add(record, RecordHeaderNames.REQUEST_ID, "\"r" + correlation + "\"");
        add(record, RecordHeaderNames.FORM, EnvelopeForm.ENVELOPED);
        add(record, RecordHeaderNames.DIALECT, protocolDialect.wireName());
        add(record, RecordHeaderNames.CONNECTION, OWN);
        add(record, RecordHeaderNames.INBOX, address);
        add(record, RecordHeaderNames.CORRELATION, correlation);
        add(record, RecordHeaderNames.CLIENT_ADDRESS, "127.0.0.1");
        add(record, RecordHeaderNames.SEALED, sealed);
        if (caller != null) {
            add(record, RecordHeaderNames.ORGANIZATION, caller.organizationId());
            add(record, RecordHeaderNames.USER, caller.userId());
            add(record, RecordHeaderNames.LOGIN, caller.login());
            add(record, RecordHeaderNames.DEVICE, caller.deviceId());
            add(record, RecordHeaderNames.SESSION, caller.sessionId());
        }
        producer.send(record);
        producer.flush();
        return correlation;
    }

    public Answer awaitAnswer(String correlation) {
        var record =
                inbox.await(seen ->
                        seen.has(RecordHeaderNames.INSTANCE, address.instance())
                                && seen.has(RecordHeaderNames.CORRELATION, correlation));
        var sealed = record.headers().get(RecordHeaderNames.SEALED_REPLY);
        var opened = sealed == null ? Json.mapper().createObjectNode() : secrets.open(sealed);
        return new Answer(record.value(), opened, record);
    }

    /** Publishes an event, as the service that it is from would. */
    public void publish(Event event) {
        var record = record(event.topic(), event.key(), KeyHash.of(event.key()), Json.bytes(event));
        producer.send(record);
        producer.flush();
    }

    /** Hands a packet over for users who could not be reached; they are of one partition. */
    public void publish(OfflineDelivery delivery) {
        var user = delivery.users().getFirst().value();
        var packet = delivery.packet().text().getBytes(StandardCharsets.UTF_8);
        var record = record(Topic.DELIVERIES_OFFLINE, user, KeyHash.of(user), packet);
        var users = delivery.users().stream().map(UserId::value).collect(joining(","));
        add(record, RecordHeaderNames.USERS, users);
        add(record, RecordHeaderNames.POSITION, delivery.position());
        add(record, RecordHeaderNames.AUTHOR, delivery.author());
        add(record, RecordHeaderNames.ABSENT, OfflinePolicy.text(delivery.whenAbsent()));
        producer.send(record);
        producer.flush();
    }

    /** Registers a connection, so that what is delivered to the caller comes here. */
    public ConnectionId connect(Caller caller) {
        return connect(caller, ProtocolDialect.SEED);
    }

    public ConnectionId connect(Caller caller, ProtocolDialect protocolDialect) {
        return register(caller, protocolDialect, "active");
    }

    /** A connection whose client runs in the background. */
    public ConnectionId connectInactive(Caller caller) {
        return register(caller, ProtocolDialect.SEED, "inactive");
    }

    private ConnectionId register(Caller caller, ProtocolDialect protocolDialect, String state) {
        var connection = new ConnectionId(UUID.randomUUID().toString());
        registry.add(caller, connection, address, protocolDialect, state);
        return connection;
    }

    public void disconnect(Caller caller, ConnectionId connection) {
        registry.remove(caller, connection);
    }

    /** The first packet to this connection that has the field, such as {@code system_message}. */
    public JsonNode awaitPacket(ConnectionId connection, String field) {
        return inbox.await(seen -> isTo(connection, seen) && seen.value().has(field)).value();
    }

    /** All packets to this connection so far. */
    public List<JsonNode> packetsTo(ConnectionId connection) {
        return inbox.all(seen -> isTo(connection, seen)).stream().map(Seen::value).toList();
    }

    /** The first light packet to this connection that is like this. */
    public JsonNode awaitLight(ConnectionId connection, Predicate<JsonNode> like) {
        return lights.await(seen -> isTo(connection, seen) && like.test(seen.value())).value();
    }

    /** All light packets to this connection so far. */
    public List<JsonNode> lightsTo(ConnectionId connection) {
        return lights.all(seen -> isTo(connection, seen)).stream().map(Seen::value).toList();
    }

    /** A view of another topic; to be closed. */
    public TopicView view(Topic topic) {
        return new TopicView(bootstrapServers, prefix + topic.wireName());
    }

    /** A view of what could not be processed of a topic; to be closed. */
    public TopicView deadLetters(Topic topic) {
        return new TopicView(bootstrapServers, prefix + topic.deadLetterName());
    }

    private static boolean isTo(ConnectionId connection, Seen seen) {
        var recipients = seen.headers().get(RecordHeaderNames.RECIPIENTS);
        return recipients != null
                && Arrays.stream(recipients.split(","))
                        .anyMatch(recipient -> recipient.endsWith("/" + connection));
    }

    private static String keyOf(
            Route route, @Nullable Caller caller, JsonNode request, String mintedId) {
        var self = caller == null ? OWN.value() : caller.userId().value();
        return switch (route.key()) {
            case PartitionKeyRule.ByCaller _ -> self;
            case PartitionKeyRule.ByMintedId _, PartitionKeyRule.Unordered _ -> mintedId;
            case PartitionKeyRule.ByConnection _ -> OWN.value();
            case PartitionKeyRule.ByField(var field) -> request.path(field).asText(self);
            case PartitionKeyRule.ByMessageField(var field) -> request.path(field).asText(self);
        };
    }

    private static KeyHash hashOf(Route route, String key) {
        return route.key() instanceof PartitionKeyRule.ByMessageField
                ? PreassignedId.keyHashOf(key).orElseGet(() -> KeyHash.of(key))
                : KeyHash.of(key);
    }

    private ProducerRecord<byte[], byte[]> record(
            Topic topic, String key, KeyHash hash, byte[] value) {
        var name = prefix + topic.wireName();
        var partition = hash.partition(producer.partitionsFor(name).size());
        var keyBytes = key.getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(name, partition, keyBytes, value);
    }

    private static void add(
            ProducerRecord<byte[], byte[]> record, String name, @Nullable Object value) {
        if (value != null) {
            record.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private InboxAddress newAddress() {
        var partitions = producer.partitionsFor(prefix + Topic.GATEWAY_INBOX.wireName()).size();
        return new InboxAddress(
                INBOXES.getAndIncrement() % partitions, "test-" + UUID.randomUUID());
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse("");
    }

    @Override
    public void close() {
        inbox.close();
        lights.close();
        producer.close();
    }
}

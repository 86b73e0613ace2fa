package parlance.gateway.environment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import parlance.contracts.ConnectionId;
import parlance.contracts.Event;
import parlance.contracts.InboxAddress;
import parlance.contracts.Json;
import parlance.contracts.Position;
import parlance.contracts.Recipients;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.kit.kafka.RecordHeaders;
import parlance.testing.waiting.Waiting;

/** All the services at the other side of Kafka, played by a test. */
public final class Services implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final String prefix = setting("parlance.kafka.topic-prefix");
    private final Map<String, Object> kafka =
            Map.of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    setting("kafka.bootstrap.servers"),
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                    10_000);
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            setting("kafka.bootstrap.servers"),
                            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                            2_000_000),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());

    /** The first record of a topic, from its beginning, that is wanted. */
    public ConsumerRecord<byte[], byte[]> await(
            Topic topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        try (var consumer = readerOf(topic)) {
            return Waiting.await()
                    .alias("a record on " + topic)
                    .until(() -> firstOf(consumer.poll(POLL), wanted), Optional::isPresent)
                    .orElseThrow();
        }
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> firstOf(
            ConsumerRecords<byte[], byte[]> records,
            Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        return StreamSupport.stream(records.spliterator(), false).filter(wanted).findFirst();
    }

    /** All records of a topic up to now. */
    public List<ConsumerRecord<byte[], byte[]>> all(Topic topic) {
        try (var consumer = readerOf(topic)) {
            var ends = consumer.endOffsets(consumer.assignment());
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }

    /** The command that a client sent under this request id. */
    public ConsumerRecord<byte[], byte[]> awaitCommand(Topic topic, String requestId) {
        var literal = Json.write(requestId);
        return await(topic, record -> literal.equals(header(record, RecordHeaderNames.REQUEST_ID)));
    }

    /** Answers a command with a packet. */
    public void reply(
            ConsumerRecord<byte[], byte[]> command, String packet, Map<String, String> more) {
        var inbox = InboxAddress.parse(header(command, RecordHeaderNames.INBOX));
        var record = toInbox(Topic.GATEWAY_INBOX, inbox, packet);
        copy(command, record, RecordHeaderNames.CONNECTION);
        copy(command, record, RecordHeaderNames.CORRELATION);
        more.forEach((name, value) -> RecordHeaders.add(record.headers(), name, value));
        send(record);
    }

    /** Delivers a packet that is kept for the absent. */
    public void deliver(
            InboxAddress inbox, Position position, String packet, List<Recipient> recipients) {
        deliver(inbox, position, packet, recipients, Map.of(RecordHeaderNames.ABSENT, "LOG,PUSH"));
    }

    public void deliver(
            InboxAddress inbox,
            Position position,
            String packet,
            List<Recipient> recipients,
            Map<String, String> more) {
        var record = toInbox(Topic.GATEWAY_INBOX, inbox, packet);
        RecordHeaders.add(record.headers(), RecordHeaderNames.POSITION, position);
        RecordHeaders.add(
                record.headers(), RecordHeaderNames.RECIPIENTS, new Recipients(recipients));
        more.forEach((name, value) -> RecordHeaders.add(record.headers(), name, value));
        send(record);
    }

    /** Delivers what may be dropped. */
    public void deliverLight(InboxAddress inbox, String packet, List<Recipient> recipients) {
        var record = toInbox(Topic.GATEWAY_INBOX_LIGHT, inbox, packet);
        RecordHeaders.add(
                record.headers(), RecordHeaderNames.RECIPIENTS, new Recipients(recipients));
        send(record);
    }

    /** What was handed back of a packet; waits for it. */
    public ConsumerRecord<byte[], byte[]> awaitOffline(Position position) {
        return await(Topic.DELIVERIES_OFFLINE, record -> isAt(position, record));
    }

    public boolean isOffline(Position position) {
        return all(Topic.DELIVERIES_OFFLINE).stream().anyMatch(record -> isAt(position, record));
    }

    public void publish(Event event) {
        send(
                new ProducerRecord<>(
                        nameOf(event.topic()),
                        event.key().getBytes(StandardCharsets.UTF_8),
                        Json.bytes(event)));
    }

    public static Recipient recipient(UserId user, ConnectionId connection) {
        return new Recipient(user, connection);
    }

    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return RecordHeaders.find(record.headers(), name);
    }

    public static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static boolean isAt(Position position, ConsumerRecord<byte[], byte[]> record) {
        return position.toString().equals(header(record, RecordHeaderNames.POSITION));
    }

    private ProducerRecord<byte[], byte[]> toInbox(Topic topic, InboxAddress inbox, String packet) {
        var record =
                new ProducerRecord<byte[], byte[]>(
                        nameOf(topic),
                        inbox.partition(),
                        null,
                        packet.getBytes(StandardCharsets.UTF_8));
        RecordHeaders.add(record.headers(), RecordHeaderNames.INSTANCE, inbox.instance());
        return record;
    }

    private static void copy(
            ConsumerRecord<byte[], byte[]> from, ProducerRecord<byte[], byte[]> to, String header) {
        RecordHeaders.add(to.headers(), header, header(from, header));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get(Waiting.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private KafkaConsumer<byte[], byte[]> readerOf(Topic topic) {
        var consumer =
                new KafkaConsumer<>(
                        kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor(nameOf(topic)).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private String nameOf(Topic topic) {
        return prefix + topic.wireName();
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    @Override
    public void close() {
        producer.close();
    }
}

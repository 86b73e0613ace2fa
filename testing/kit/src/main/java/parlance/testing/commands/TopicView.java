package parlance.testing.commands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything on one topic, from its beginning; read when somebody looks. */
public final class TopicView implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final List<Seen> seen = new ArrayList<>();

    TopicView(String bootstrapServers, String topic) {
        this.topic = topic;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * The first record that is like this, waiting for it.
     *
     * @throws AssertionError if none comes in time
     */
    public synchronized Seen await(Predicate<Seen> like) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var found = find(like);
        while (found.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no such record on " + topic + ", but " + seen);
            }
            readOn();
            found = find(like);
        }
        return found.get();
    }

    /** All records so far that are like this, in order within a partition. */
    public synchronized List<Seen> all(Predicate<Seen> like) {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            readOn();
        }
        return seen.stream().filter(like).toList();
    }

    private Optional<Seen> find(Predicate<Seen> like) {
        return seen.stream().filter(like).findFirst();
    }

    private void readOn() {
        consumer.poll(POLL).forEach(record -> seen.add(Seen.of(record)));
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}

package parlance.testing.commands;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.awaitility.core.ConditionTimeoutException;
import parlance.testing.waiting.Waiting;

/** All records of one topic from its beginning, consumed when a test asks for them. */
public final class TopicView implements AutoCloseable {

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
     * @throws ConditionTimeoutException if none comes in time
     */
    public synchronized Seen await(Predicate<Seen> like) {
        Waiting.await()
                .untilAsserted(() -> assertThat(read(like)).as("among %s", seen).isPresent());
        return find(like).orElseThrow();
    }

    private Optional<Seen> read(Predicate<Seen> like) {
        return find(like)
                .or(() -> {
                    readOn();
                    return find(like);
                });
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

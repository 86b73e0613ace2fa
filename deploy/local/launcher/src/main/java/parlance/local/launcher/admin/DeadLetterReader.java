package parlance.local.launcher.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Reads dead letters from Kafka. The offsets of a consumer group record which of them are settled.
 */
final class DeadLetterReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final String GROUP = "parlance-admin-dead-letters";

    private final Target target;
    private final KafkaConsumer<byte[], byte[]> consumer;

    DeadLetterReader(Target target) {
        this.target = target;
        var settings = new HashMap<>(target.kafka());
        settings.put("group.id", target.fullName(GROUP));
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        this.consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The letters neither replayed nor discarded yet, oldest first within a topic. */
    List<DeadLetter> open() {
        return read(partitions(), true);
    }

    /** Those of one topic, dealt with or not. */
    List<DeadLetter> all(String topic) {
        return read(partitions().stream().filter(p -> p.topic().equals(topic)).toList(), false);
    }

    /** Puts them back where they were, in order, and remembers that they are dealt with. */
    void replay(List<DeadLetter> letters) {
        var settings = new HashMap<>(target.kafka());
        settings.put("enable.idempotence", true);
        settings.put("acks", "all");
        var serializer = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(settings, serializer, serializer)) {
            for (var letter : letters) {
                producer.send(letter.again()).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused a letter", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        remember(letters);
    }

    /** Letters before these count as dealt with, too. */
    void remember(List<DeadLetter> letters) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var letter : letters) {
            var partition = new TopicPartition(letter.topic(), letter.record().partition());
            offsets.merge(
                    partition,
                    new OffsetAndMetadata(letter.offset() + 1),
                    (one, other) -> one.offset() > other.offset() ? one : other);
        }
        consumer.commitSync(offsets);
    }

    private List<TopicPartition> partitions() {
        return consumer.listTopics().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".dlq"))
                .filter(entry -> target.ownName(entry.getKey()).isPresent())
                .flatMap(entry -> entry.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private List<DeadLetter> read(List<TopicPartition> partitions, boolean onlyOpen) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        if (onlyOpen) {
            skipDone(consumer.committed(Set.copyOf(partitions)));
        }
        var ends = consumer.endOffsets(partitions);
        var letters = new ArrayList<DeadLetter>();
        while (!isPast(ends)) {
            consumer.poll(POLL).forEach(record -> letters.add(new DeadLetter(record)));
        }
        return letters;
    }

    private void skipDone(Map<TopicPartition, OffsetAndMetadata> committed) {
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                consumer.seek(partition, offset);
            }
        });
    }

    private boolean isPast(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}

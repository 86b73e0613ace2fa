package parlance.kit.publish;

import io.quarkus.runtime.Quarkus;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import parlance.contracts.KeyHash;
import parlance.contracts.Topic;
import parlance.kit.kafka.KafkaClients;
import parlance.kit.kafka.KafkaSettings;

/** What a service has to say to Kafka: records go out in order, and none is ever given up. */
@Singleton
public final class ReliableProducer {

    private static final Logger LOG = Logger.getLogger(ReliableProducer.class);

    /**
     * Leaves room for the headers, which name up to 10,000 recipients, under the record's limit.
     */
    static final int MAX_VALUE_BYTES = KafkaClients.MAX_REQUEST_BYTES - 512 * 1024;

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaSettings settings;

    ReliableProducer(KafkaClients clients, KafkaSettings settings) {
        this.producer = clients.durableProducer();
        this.settings = settings;
    }

    /** A record for one partition. */
    public ProducerRecord<byte[], byte[]> to(Topic topic, int partition, byte[] value) {
        return new ProducerRecord<>(settings.nameOf(topic), partition, null, value);
    }

    /** A record ordered by {@code key}. */
    public ProducerRecord<byte[], byte[]> to(Topic topic, String key, KeyHash hash, byte[] value) {
        return new ProducerRecord<>(
                settings.nameOf(topic), hash.partition(partitions(topic)), bytes(key), value);
    }

    public int partitions(Topic topic) {
        return producer.partitionsFor(settings.nameOf(topic)).size();
    }

    /** Whether Kafka takes a value of this length. */
    static boolean fits(byte[] value) {
        return value.length <= MAX_VALUE_BYTES;
    }

    /**
     * Sends all, in order, and returns once Kafka has them all.
     *
     * @throws RecordTooLarge if one does not fit; nothing has been sent then
     */
    public void sendAll(List<ProducerRecord<byte[], byte[]>> records) {
        for (var record : records) {
            if (!fits(record.value())) {
                throw new RecordTooLarge(record.topic(), record.value().length);
            }
        }
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        records.forEach(record -> sent.add(producer.send(record)));
        sent.forEach(this::await);
    }

    private void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            // The order of what follows can no longer be kept: a fresh process replays from the
            // last commit.
            LOG.fatal("producer_failed", e.getCause());
            Quarkus.asyncExit(1);
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProducerInterrupted();
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

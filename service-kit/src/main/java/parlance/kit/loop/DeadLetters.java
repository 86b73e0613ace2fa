package parlance.kit.loop;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parlance.kit.kafka.AllowedTopics;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.publish.ReliableProducer;

/**
 * Records that could not be processed, on {@code <topic>.dlq} with the reason, for operators to
 * look at and to replay.
 */
@Singleton
public final class DeadLetters {

    private static final String SUFFIX = ".dlq";

    private final ReliableProducer reliableProducer;
    private final MeterRegistry metrics;

    /** Of all topics that are read: a counter that is born with its first letter alerts nobody. */
    DeadLetters(ReliableProducer reliableProducer, AllowedTopics topics, MeterRegistry metrics) {
        this.reliableProducer = reliableProducer;
        this.metrics = metrics;
        topics.readable().forEach(this::counter);
    }

    private Counter counter(String topic) {
        return metrics.counter("parlance_dead_letters", "topic", topic);
    }

    public ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> record, Throwable reason) {
        var letter = new ProducerRecord<>(record.topic() + SUFFIX, record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        RecordHeaders.add(letter.headers(), "dead-letter-topic", record.topic());
        RecordHeaders.add(letter.headers(), "dead-letter-partition", record.partition());
        RecordHeaders.add(letter.headers(), "dead-letter-offset", record.offset());
        RecordHeaders.add(letter.headers(), "dead-letter-reason", reason);
        counter(record.topic()).increment();
        return letter;
    }

    public void send(List<ProducerRecord<byte[], byte[]>> letters) {
        reliableProducer.sendAll(letters);
    }
}

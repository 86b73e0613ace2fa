package parlance.kit.consume;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.publish.Outbox;

/**
 * Records that could not be processed, on {@code <topic>.dlq} with the reason, for operators to
 * look at and to replay.
 */
@Singleton
final class DeadLetters {

    private static final String SUFFIX = ".dlq";

    private final Outbox outbox;
    private final MeterRegistry metrics;

    DeadLetters(Outbox outbox, MeterRegistry metrics) {
        this.outbox = outbox;
        this.metrics = metrics;
    }

    ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> record, Throwable reason) {
        var letter = new ProducerRecord<>(record.topic() + SUFFIX, record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        RecordHeaders.add(letter.headers(), "dead-letter-topic", record.topic());
        RecordHeaders.add(letter.headers(), "dead-letter-partition", record.partition());
        RecordHeaders.add(letter.headers(), "dead-letter-offset", record.offset());
        RecordHeaders.add(letter.headers(), "dead-letter-reason", reason);
        metrics.counter("parlance_dead_letters", "topic", record.topic()).increment();
        return letter;
    }

    void send(List<ProducerRecord<byte[], byte[]>> letters) {
        outbox.sendAll(letters);
    }
}

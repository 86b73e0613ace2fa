package parlance.kit.loop;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
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

    DeadLetters(ReliableProducer reliableProducer, MeterRegistry metrics) {
        this.reliableProducer = reliableProducer;
        this.metrics = metrics;
    }

    public ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> record, Throwable reason) {
        var letter = new ProducerRecord<>(record.topic() + SUFFIX, record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        RecordHeaders.add(letter.headers(), "dead-letter-topic", record.topic());
        RecordHeaders.add(letter.headers(), "dead-letter-partition", record.partition());
        RecordHeaders.add(letter.headers(), "dead-letter-offset", record.offset());
        RecordHeaders.add(letter.headers(), "dead-letter-reason", reason);
        metrics.counter("parlance_dead_letters", "topic", record.topic()).increment();
        return letter;
    }

    public void send(List<ProducerRecord<byte[], byte[]>> letters) {
        reliableProducer.sendAll(letters);
    }
}

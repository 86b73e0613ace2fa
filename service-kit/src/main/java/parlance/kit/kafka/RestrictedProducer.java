package parlance.kit.kafka;

import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A producer that sends nothing to a topic that its service does not declare. */
final class RestrictedProducer extends KafkaProducer<byte[], byte[]> {

    private final AllowedTopics allowed;

    RestrictedProducer(Map<String, Object> settings, AllowedTopics allowed) {
        super(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.allowed = allowed;
    }

    /** Sending without a callback comes here as well. */
    @Override
    public Future<RecordMetadata> send(
            ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
        allowed.requireWritable(record.topic());
        return super.send(record, callback);
    }
}

package parlance.kit.kafka;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that reads nothing of a topic that its service does not declare. */
final class RestrictedConsumer extends KafkaConsumer<byte[], byte[]> {

    private final AllowedTopics allowed;

    RestrictedConsumer(Map<String, Object> settings, AllowedTopics allowed) {
        super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.allowed = allowed;
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        allowed.requireReadable(topics);
        super.subscribe(topics, listener);
    }

    @Override
    public void subscribe(Collection<String> topics) {
        allowed.requireReadable(topics);
        super.subscribe(topics);
    }

    @Override
    public void assign(Collection<TopicPartition> partitions) {
        allowed.requireReadable(partitions.stream().map(TopicPartition::topic).toList());
        super.assign(partitions);
    }
}

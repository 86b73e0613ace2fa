package parlance.kit.loop;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What is done with the records of one partition. */
public interface BatchProcessor {

    /**
     * Returns when everything that the batch caused is on Kafka. Done again as a whole when it
     * throws: a dependency is down.
     */
    void process(List<ConsumerRecord<byte[], byte[]>> batch);

    /**
     * The offset of the oldest record whose batch is done but which itself is not; nothing from it
     * on is committed.
     */
    default long oldestUnfinished(TopicPartition partition) {
        return Long.MAX_VALUE;
    }
}

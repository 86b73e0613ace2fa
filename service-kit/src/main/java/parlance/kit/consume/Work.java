package parlance.kit.consume;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is done with the records of one partition. */
interface Work {

    /**
     * Returns when everything that the batch caused is on Kafka. Done again as a whole when it
     * throws: a dependency is down.
     */
    void process(List<ConsumerRecord<byte[], byte[]>> batch);
}

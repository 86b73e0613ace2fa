package parlance.kit.publish;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import parlance.contracts.InboxAddress;
import parlance.contracts.Recipients;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.kit.kafka.RecordHeaders;

/** A packet for some connections of one gateway, as records for its inbox. */
@Singleton
final class InboxRecords {

    /** A larger audience at one gateway is addressed in several records. */
    static final int SLICE = 1_000;

    private final ReliableProducer reliableProducer;

    InboxRecords(ReliableProducer reliableProducer) {
        this.reliableProducer = reliableProducer;
    }

    List<ProducerRecord<byte[], byte[]>> to(
            Topic topic, InboxAddress gateway, List<Recipient> recipients, byte[] packet) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (int from = 0; from < recipients.size(); from += SLICE) {
            var slice = recipients.subList(from, Math.min(recipients.size(), from + SLICE));
            var record = reliableProducer.to(topic, gateway.partition(), packet);
            RecordHeaders.add(record.headers(), RecordHeaderNames.INSTANCE, gateway.instance());
            RecordHeaders.add(
                    record.headers(), RecordHeaderNames.RECIPIENTS, new Recipients(slice));
            records.add(record);
        }
        return records;
    }
}

package parlance.kit.publish;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import parlance.contracts.Headers;
import parlance.contracts.InboxAddress;
import parlance.contracts.Recipients;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.Topic;
import parlance.kit.kafka.RecordHeaders;

/** A packet for some connections of one gateway, as records for its inbox. */
@Singleton
final class InboxRecords {

    /** A larger audience at one gateway is addressed in several records. */
    static final int SLICE = 1_000;

    private final Outbox outbox;

    InboxRecords(Outbox outbox) {
        this.outbox = outbox;
    }

    List<ProducerRecord<byte[], byte[]>> to(
            Topic topic, InboxAddress gateway, List<Recipient> recipients, byte[] packet) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (int from = 0; from < recipients.size(); from += SLICE) {
            var slice = recipients.subList(from, Math.min(recipients.size(), from + SLICE));
            var record = outbox.to(topic, gateway.partition(), packet);
            RecordHeaders.add(record.headers(), Headers.INSTANCE, gateway.instance());
            RecordHeaders.add(record.headers(), Headers.RECIPIENTS, new Recipients(slice));
            records.add(record);
        }
        return records;
    }
}

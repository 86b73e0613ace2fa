package parlance.kit.consume;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import parlance.contracts.Headers;
import parlance.kit.kafka.RecordHeaders;

/** When the client's command reached the broker, however many records have followed from it. */
final class SentAt {

    private SentAt() {}

    /** In epoch milliseconds of the broker's clock. */
    static long of(ConsumerRecord<byte[], byte[]> record) {
        var sentAt = RecordHeaders.find(record.headers(), Headers.SENT_AT);
        return sentAt == null ? record.timestamp() : Long.parseLong(sentAt);
    }
}

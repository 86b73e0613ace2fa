package parlance.kit.command;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import parlance.contracts.RecordHeaderNames;
import parlance.kit.kafka.RecordHeaders;

/** When the client's command reached the broker, however many records have followed from it. */
public final class OriginTimestamp {

    private OriginTimestamp() {}

    /** In epoch milliseconds of the broker's clock. */
    public static long of(ConsumerRecord<byte[], byte[]> record) {
        var sentAt = RecordHeaders.find(record.headers(), RecordHeaderNames.SENT_AT);
        return sentAt == null ? record.timestamp() : Long.parseLong(sentAt);
    }
}

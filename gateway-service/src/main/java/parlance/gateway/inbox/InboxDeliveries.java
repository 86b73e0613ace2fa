package parlance.gateway.inbox;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.Position;
import parlance.contracts.Recipients;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.UserId;
import parlance.gateway.connection.InboxDelivery;
import parlance.kit.kafka.RecordHeaders;

/** Reads deliveries from the records of the inbox. */
final class InboxDeliveries {

    private InboxDeliveries() {}

    /** Whether this is a delivery, and not a reply. */
    static boolean is(ConsumerRecord<byte[], byte[]> record) {
        return RecordHeaders.find(record.headers(), RecordHeaderNames.RECIPIENTS) != null;
    }

    static InboxDelivery read(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        var author = RecordHeaders.find(headers, RecordHeaderNames.AUTHOR);
        var sentAt = RecordHeaders.find(headers, RecordHeaderNames.SENT_AT);
        return new InboxDelivery(
                record.offset(),
                new String(record.value(), StandardCharsets.UTF_8),
                Position.parse(RecordHeaders.get(headers, RecordHeaderNames.POSITION)),
                Recipients.parse(RecordHeaders.get(headers, RecordHeaderNames.RECIPIENTS)).list(),
                author == null ? null : new UserId(author),
                OfflinePolicy.parse(RecordHeaders.find(headers, RecordHeaderNames.ABSENT)),
                sentAt == null ? record.timestamp() : Long.parseLong(sentAt));
    }
}

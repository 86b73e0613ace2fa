package parlance.gateway.inbox;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parlance.contracts.Absent;
import parlance.contracts.Headers;
import parlance.contracts.Position;
import parlance.contracts.Recipients;
import parlance.contracts.UserId;
import parlance.gateway.connection.InboxDelivery;
import parlance.kit.kafka.RecordHeaders;

/** Reads deliveries from the records of the inbox. */
final class InboxDeliveries {

    private InboxDeliveries() {}

    /** Whether this is a delivery, and not a reply. */
    static boolean is(ConsumerRecord<byte[], byte[]> record) {
        return RecordHeaders.find(record.headers(), Headers.RECIPIENTS) != null;
    }

    static InboxDelivery read(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        var author = RecordHeaders.find(headers, Headers.AUTHOR);
        var sentAt = RecordHeaders.find(headers, Headers.SENT_AT);
        return new InboxDelivery(
                record.offset(),
                new String(record.value(), StandardCharsets.UTF_8),
                Position.parse(RecordHeaders.get(headers, Headers.POSITION)),
                Recipients.parse(RecordHeaders.get(headers, Headers.RECIPIENTS)).list(),
                author == null ? null : new UserId(author),
                Absent.parse(RecordHeaders.find(headers, Headers.ABSENT)),
                sentAt == null ? record.timestamp() : Long.parseLong(sentAt));
    }
}

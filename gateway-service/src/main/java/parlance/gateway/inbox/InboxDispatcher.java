package parlance.gateway.inbox;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.RecordHeaderNames;
import parlance.gateway.connection.InboxDelivery;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.observe.Traces;

/** What a look into the inbox brought: all of it is written or handed back, in order. */
@Singleton
final class InboxDispatcher {

    private static final Logger LOG = Logger.getLogger(InboxDispatcher.class);

    private final ReplyWriter replies;
    private final DeliveryWriter deliveries;
    private final OfflineFallback offlineFallback;
    private final Traces traces;

    InboxDispatcher(
            ReplyWriter replies,
            DeliveryWriter deliveries,
            OfflineFallback offlineFallback,
            Traces traces) {
        this.replies = replies;
        this.deliveries = deliveries;
        this.offlineFallback = offlineFallback;
        this.traces = traces;
    }

    /** Writes what is for {@code instance}; what was for another one finds no reader any more. */
    void write(Iterable<ConsumerRecord<byte[], byte[]>> records, String instance) {
        var undeliveredRecipients = new ArrayList<UndeliveredRecipients>();
        for (var record : records) {
            try {
                write(record, instance).ifPresent(undeliveredRecipients::add);
            } catch (RuntimeException e) {
                LOG.errorf(e, "inbox_record_dropped offset=%d", record.offset());
            }
        }
        offlineFallback.send(undeliveredRecipients);
    }

    /** Hands back everything: it was for an instance that is no more. */
    void handBack(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        write(records, "");
    }

    private Optional<UndeliveredRecipients> write(
            ConsumerRecord<byte[], byte[]> record, String instance) {
        var isOurs =
                instance.equals(RecordHeaders.find(record.headers(), RecordHeaderNames.INSTANCE));
        if (InboxDeliveries.is(record)) {
            var delivery = InboxDeliveries.read(record);
            return isOurs ? writeOurs(record, delivery) : Optional.of(nobodyGot(delivery));
        }
        if (isOurs) {
            replies.write(record);
        }
        return Optional.empty();
    }

    private Optional<UndeliveredRecipients> writeOurs(
            ConsumerRecord<byte[], byte[]> record, InboxDelivery delivery) {
        var span = traces.begin("deliver", SpanKind.CONSUMER, record.headers());
        try {
            return deliveries.write(delivery);
        } catch (RuntimeException e) {
            LOG.errorf(e, "delivery_failed offset=%d", record.offset());
            return Optional.of(nobodyGot(delivery));
        } finally {
            span.end();
        }
    }

    private static UndeliveredRecipients nobodyGot(InboxDelivery delivery) {
        var users = delivery.recipients().stream().map(Recipient::userId).distinct().toList();
        return new UndeliveredRecipients(delivery, List.copyOf(users));
    }
}

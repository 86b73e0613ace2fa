package parlance.gateway.inbox;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import parlance.contracts.Headers;
import parlance.contracts.Recipients.Recipient;
import parlance.gateway.connection.InboxDelivery;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.observe.Traces;

/** What a look into the inbox brought: all of it is written or handed back, in order. */
@Singleton
final class Arrivals {

    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    private final ReplyWriter replies;
    private final DeliveryWriter deliveries;
    private final HandBack handBack;
    private final Traces traces;

    Arrivals(ReplyWriter replies, DeliveryWriter deliveries, HandBack handBack, Traces traces) {
        this.replies = replies;
        this.deliveries = deliveries;
        this.handBack = handBack;
        this.traces = traces;
    }

    /** Writes what is for {@code instance}; what was for another one finds no reader any more. */
    void write(Iterable<ConsumerRecord<byte[], byte[]>> records, String instance) {
        var unreached = new ArrayList<Unreached>();
        for (var record : records) {
            try {
                write(record, instance).ifPresent(unreached::add);
            } catch (RuntimeException e) {
                LOG.errorf(e, "inbox_record_dropped offset=%d", record.offset());
            }
        }
        handBack.send(unreached);
    }

    /** Hands back everything: it was for an instance that is no more. */
    void handBack(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        write(records, "");
    }

    private Optional<Unreached> write(ConsumerRecord<byte[], byte[]> record, String instance) {
        var isOurs = instance.equals(RecordHeaders.find(record.headers(), Headers.INSTANCE));
        if (InboxDeliveries.is(record)) {
            var delivery = InboxDeliveries.read(record);
            return isOurs ? writeOurs(record, delivery) : Optional.of(nobodyGot(delivery));
        }
        if (isOurs) {
            replies.write(record);
        }
        return Optional.empty();
    }

    private Optional<Unreached> writeOurs(
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

    private static Unreached nobodyGot(InboxDelivery delivery) {
        var users = delivery.recipients().stream().map(Recipient::userId).distinct().toList();
        return new Unreached(delivery, List.copyOf(users));
    }
}

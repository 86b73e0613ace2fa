package parlance.kit.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import parlance.contracts.Delivery;
import parlance.contracts.Headers;
import parlance.contracts.InboxAddress;
import parlance.contracts.Json;
import parlance.contracts.Position;
import parlance.contracts.Recipients;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.observe.Traces;

/**
 * Fan-out: a packet becomes one record for each gateway that holds a recipient's connection, and
 * one for each partition of those who have none. Its cost is bounded by the recipients' gateways.
 */
@Singleton
final class Deliveries {

    /** A larger audience at one gateway is addressed in several records. */
    static final int SLICE = 1_000;

    private final Outbox outbox;
    private final OfflineDeliveries offline;
    private final Traces traces;
    private final Counter addressed;

    Deliveries(Outbox outbox, OfflineDeliveries offline, Traces traces, MeterRegistry metrics) {
        this.outbox = outbox;
        this.offline = offline;
        this.traces = traces;
        this.addressed = metrics.counter("parlance_deliveries", "to", "connection");
    }

    List<ProducerRecord<byte[], byte[]>> recordsOf(
            Answered answered, Map<UserId, List<Registration>> connections) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        // Index 0 is the answer's.
        var index = 1;
        for (var delivery : answered.outcome().deliveries()) {
            var position = answered.position().at(index++);
            var packet = Json.bytes(delivery.packet());
            for (var record : recordsOf(delivery, position, packet, connections)) {
                traces.inject(answered.trace(), record.headers());
                RecordHeaders.add(record.headers(), Headers.SENT_AT, answered.sentAt());
                records.add(record);
            }
        }
        return records;
    }

    private List<ProducerRecord<byte[], byte[]>> recordsOf(
            Delivery delivery,
            Position position,
            byte[] packet,
            Map<UserId, List<Registration>> connections) {
        var byGateway = new LinkedHashMap<InboxAddress, List<Recipient>>();
        var absent = new ArrayList<UserId>();
        for (var user : delivery.recipients()) {
            var registered = connections.getOrDefault(user, List.of());
            for (var connection : registered) {
                if (!connection.connectionId().equals(delivery.except())) {
                    byGateway
                            .computeIfAbsent(connection.inbox(), _ -> new ArrayList<>())
                            .add(new Recipient(user, connection.connectionId()));
                }
            }
            if (registered.isEmpty()) {
                absent.add(user);
            }
        }
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        byGateway.forEach((gateway, recipients) ->
                records.addAll(toInbox(gateway, recipients, delivery, position, packet)));
        records.addAll(
                offline.recordsOf(
                        packet, position, absent, delivery.author(), delivery.whenAbsent()));
        return records;
    }

    private List<ProducerRecord<byte[], byte[]>> toInbox(
            InboxAddress gateway,
            List<Recipient> recipients,
            Delivery delivery,
            Position position,
            byte[] packet) {
        addressed.increment(recipients.size());
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (int from = 0; from < recipients.size(); from += SLICE) {
            var slice = recipients.subList(from, Math.min(recipients.size(), from + SLICE));
            var record = outbox.to(Topic.GATEWAY_INBOX, gateway.partition(), packet);
            RecordHeaders.add(record.headers(), Headers.INSTANCE, gateway.instance());
            RecordHeaders.add(record.headers(), Headers.RECIPIENTS, new Recipients(slice));
            OfflineDeliveries.describe(record, position, delivery.author(), delivery.whenAbsent());
            records.add(record);
        }
        return records;
    }
}

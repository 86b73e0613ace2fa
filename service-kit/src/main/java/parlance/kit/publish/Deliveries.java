package parlance.kit.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import parlance.contracts.Delivery;
import parlance.contracts.InboxAddress;
import parlance.contracts.Json;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.Position;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.observe.Traces;
import parlance.kit.registry.Registration;

/**
 * Fan-out: a packet becomes one record for each gateway that holds a recipient's connection, and
 * one for each partition of those who have none. Its cost is bounded by the recipients' gateways.
 */
@Singleton
final class Deliveries {

    /** For those who are connected, but with a client in the background (protocol 1.7). */
    private static final Set<OfflinePolicy> PUSH_ONLY = Set.of(OfflinePolicy.PUSH);

    /** Of the first delivery's position; 0 is the answer's. */
    static final int FIRST_INDEX = 1;

    private final InboxRecords inboxes;
    private final OfflineDeliveries offline;
    private final Traces traces;
    private final Counter addressed;

    Deliveries(
            InboxRecords inboxes, OfflineDeliveries offline, Traces traces, MeterRegistry metrics) {
        this.inboxes = inboxes;
        this.offline = offline;
        this.traces = traces;
        this.addressed = metrics.counter("parlance_deliveries", "to", "connection");
    }

    List<ProducerRecord<byte[], byte[]>> recordsOf(
            CompletedCommand completedCommand,
            Map<UserId, List<Registration>> connections,
            StreamEntryIds streamEntryIds) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        var index = FIRST_INDEX;
        for (var delivery : completedCommand.result().deliveries()) {
            var position = completedCommand.position().at(index++);
            var packet = Json.bytes(delivery.packet());
            for (var record : recordsOf(delivery, position, packet, connections, streamEntryIds)) {
                traces.inject(completedCommand.trace(), record.headers());
                RecordHeaders.add(
                        record.headers(), RecordHeaderNames.SENT_AT, completedCommand.sentAt());
                records.add(record);
            }
        }
        return records;
    }

    private List<ProducerRecord<byte[], byte[]>> recordsOf(
            Delivery delivery,
            Position position,
            byte[] packet,
            Map<UserId, List<Registration>> connections,
            StreamEntryIds streamEntryIds) {
        var byGateway = new LinkedHashMap<InboxAddress, List<Recipient>>();
        var absent = new ArrayList<UserId>();
        var inBackground = new ArrayList<UserId>();
        for (var user : delivery.recipients()) {
            var registered = connections.getOrDefault(user, List.of());
            var entry = streamEntryIds.find(user, position);
            for (var connection : registered) {
                if (delivery.reaches(connection.connectionId())) {
                    byGateway
                            .computeIfAbsent(connection.inbox(), _ -> new ArrayList<>())
                            .add(new Recipient(user, connection.connectionId(), entry));
                }
            }
            if (registered.isEmpty()) {
                absent.add(user);
            } else if (registered.stream().anyMatch(Registration::inactive)) {
                inBackground.add(user);
            }
        }
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        byGateway.forEach((gateway, recipients) ->
                records.addAll(toInbox(gateway, recipients, delivery, position, packet)));
        records.addAll(
                offline.recordsOf(
                        packet, position, absent, delivery.author(), delivery.whenOffline()));
        if (delivery.whenOffline().contains(OfflinePolicy.PUSH)) {
            records.addAll(
                    offline.recordsOf(
                            packet, position, inBackground, delivery.author(), PUSH_ONLY));
        }
        return records;
    }

    private List<ProducerRecord<byte[], byte[]>> toInbox(
            InboxAddress gateway,
            List<Recipient> recipients,
            Delivery delivery,
            Position position,
            byte[] packet) {
        addressed.increment(recipients.size());
        var records = inboxes.to(Topic.GATEWAY_INBOX, gateway, recipients, packet);
        for (var record : records) {
            OfflineDeliveries.describe(record, position, delivery.author(), delivery.whenOffline());
        }
        return records;
    }
}

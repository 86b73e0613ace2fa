package parlance.kit.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import parlance.contracts.EphemeralDelivery;
import parlance.contracts.InboxAddress;
import parlance.contracts.Json;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.kit.observe.Traces;
import parlance.kit.registry.Registration;

/**
 * Fan-out beside the messages: one record for each gateway and dialect. Nothing becomes of it for
 * those who have no connection.
 */
@Singleton
final class EphemeralDeliveries {

    /** Connections of one gateway that get the same packet. */
    private record Address(InboxAddress gateway, Object packet) {}

    private final InboxRecords inboxes;
    private final Traces traces;
    private final Counter addressed;

    EphemeralDeliveries(InboxRecords inboxes, Traces traces, MeterRegistry metrics) {
        this.inboxes = inboxes;
        this.traces = traces;
        this.addressed = metrics.counter("parlance_deliveries", "to", "light");
    }

    List<ProducerRecord<byte[], byte[]>> recordsOf(
            CompletedCommand completedCommand, Map<UserId, List<Registration>> connections) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var ephemeral : completedCommand.result().ephemerals()) {
            records.addAll(recordsOf(ephemeral, connections));
        }
        records.forEach(record -> traces.inject(completedCommand.trace(), record.headers()));
        return records;
    }

    private List<ProducerRecord<byte[], byte[]>> recordsOf(
            EphemeralDelivery ephemeral, Map<UserId, List<Registration>> connections) {
        var addresses = new LinkedHashMap<Address, List<Recipient>>();
        for (var user : ephemeral.recipients()) {
            for (var connection : connections.getOrDefault(user, List.of())) {
                var packet = ephemeral.packetIn(connection.protocolDialect());
                addresses
                        .computeIfAbsent(
                                new Address(connection.inbox(), packet), _ -> new ArrayList<>())
                        .add(new Recipient(user, connection.connectionId()));
            }
        }
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        addresses.forEach((address, recipients) -> {
            addressed.increment(recipients.size());
            var packet = Json.bytes(address.packet());
            records.addAll(
                    inboxes.to(Topic.GATEWAY_INBOX_LIGHT, address.gateway(), recipients, packet));
        });
        return records;
    }
}

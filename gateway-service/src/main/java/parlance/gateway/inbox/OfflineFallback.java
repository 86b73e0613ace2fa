package parlance.gateway.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import parlance.contracts.Recipients.Recipient;
import parlance.contracts.UserId;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;
import parlance.gateway.connection.InboxDelivery;
import parlance.kit.publish.OfflineDeliveries;
import parlance.kit.publish.ReliableProducer;

/**
 * Gives users back whom a delivery did not reach: they count as absent, and find the packet in
 * their log. At worst somebody gets both; never neither.
 */
@Singleton
public final class OfflineFallback {

    private final OfflineDeliveries offline;
    private final ReliableProducer reliableProducer;
    private final Connections connections;
    private final Counter users;

    OfflineFallback(
            OfflineDeliveries offline,
            ReliableProducer reliableProducer,
            Connections connections,
            MeterRegistry metrics) {
        this.offline = offline;
        this.reliableProducer = reliableProducer;
        this.connections = connections;
        this.users = metrics.counter("parlance_deliveries_handed_back");
    }

    /** Returns once Kafka has it all. */
    void send(Collection<UndeliveredRecipients> all) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var undeliveredRecipients : all) {
            var delivery = undeliveredRecipients.delivery();
            users.increment(undeliveredRecipients.users().size());
            records.addAll(
                    offline.recordsOf(
                            delivery.packet().getBytes(StandardCharsets.UTF_8),
                            delivery.position(),
                            undeliveredRecipients.users(),
                            delivery.author(),
                            delivery.whenAbsent()));
        }
        if (!records.isEmpty()) {
            reliableProducer.sendAll(records);
        }
    }

    /**
     * Hands back what a connection that is gone may not have read. Its registration must be gone as
     * well: of several connections of a user that go together, the last one hands back.
     */
    public void sendLeftovers(Connection gone, List<InboxDelivery> leftovers) {
        send(leftovers.stream().flatMap(left -> unreachedBy(gone, left).stream()).toList());
    }

    private Optional<UndeliveredRecipients> unreachedBy(Connection gone, InboxDelivery delivery) {
        return delivery.recipients().stream()
                .filter(recipient -> recipient.connectionId().equals(gone.id()))
                .map(Recipient::userId)
                .filter(user -> !isReachedElsewhere(user, gone, delivery))
                .findFirst()
                .map(user -> new UndeliveredRecipients(delivery, List.of(user)));
    }

    /** Only connections that this same record was addressed to have the packet. */
    private boolean isReachedElsewhere(UserId user, Connection gone, InboxDelivery delivery) {
        return delivery.recipients().stream()
                .filter(recipient -> recipient.userId().equals(user))
                .filter(recipient -> !recipient.connectionId().equals(gone.id()))
                .flatMap(recipient -> connections.find(recipient.connectionId()).stream())
                .anyMatch(other -> other.isOpen() && other.session().belongsTo(user));
    }
}

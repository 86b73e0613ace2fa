package parlance.gateway.inbox;

import jakarta.inject.Singleton;
import parlance.gateway.connection.Connections;
import parlance.gateway.registry.InboxLeaseStore;
import parlance.gateway.registry.InboxLeaseStore.Taken;
import parlance.kit.kafka.KafkaClients;

/** Opens an inbox whose lease was taken. */
@Singleton
final class Inboxes {

    private final KafkaClients clients;
    private final Leftovers leftovers;
    private final Arrivals arrivals;
    private final LightInboxes light;
    private final Connections connections;
    private final InboxLeaseStore leases;

    Inboxes(
            KafkaClients clients,
            Leftovers leftovers,
            Arrivals arrivals,
            LightInboxes light,
            Connections connections,
            InboxLeaseStore leases) {
        this.clients = clients;
        this.leftovers = leftovers;
        this.arrivals = arrivals;
        this.light = light;
        this.connections = connections;
        this.leases = leases;
    }

    /** Returns when the place to read from is fixed: whatever is addressed to us now is read. */
    Inbox open(Taken taken) {
        var consumer = clients.assignedConsumer();
        try {
            var from = leftovers.settle(consumer, taken);
            var lease = taken.lease();
            var lightReader = light.open(lease);
            var inbox =
                    new Inbox(lease, consumer, from, arrivals, lightReader, connections, leases);
            inbox.start();
            return inbox;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }
}

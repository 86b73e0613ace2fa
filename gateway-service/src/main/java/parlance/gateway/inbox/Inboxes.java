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
    private final OrphanedInboxDrain orphanedInboxDrain;
    private final InboxDispatcher inboxDispatcher;
    private final EphemeralInboxes light;
    private final Connections connections;
    private final InboxLeaseStore leases;

    Inboxes(
            KafkaClients clients,
            OrphanedInboxDrain orphanedInboxDrain,
            InboxDispatcher inboxDispatcher,
            EphemeralInboxes light,
            Connections connections,
            InboxLeaseStore leases) {
        this.clients = clients;
        this.orphanedInboxDrain = orphanedInboxDrain;
        this.inboxDispatcher = inboxDispatcher;
        this.light = light;
        this.connections = connections;
        this.leases = leases;
    }

    /** Returns when the place to read from is fixed: whatever is addressed to us now is read. */
    Inbox open(Taken taken) {
        var consumer = clients.assignedConsumer();
        try {
            var from = orphanedInboxDrain.settle(consumer, taken);
            var lease = taken.lease();
            var lightReader = light.open(lease);
            var inbox =
                    new Inbox(
                            lease,
                            consumer,
                            from,
                            inboxDispatcher,
                            lightReader,
                            connections,
                            leases);
            inbox.start();
            return inbox;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }
}

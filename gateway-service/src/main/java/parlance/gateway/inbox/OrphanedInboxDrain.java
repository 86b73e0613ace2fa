package parlance.gateway.inbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import parlance.contracts.Topic;
import parlance.gateway.registry.ConnectionRegistrar;
import parlance.gateway.registry.InboxLeaseStore;
import parlance.gateway.registry.InboxLeaseStore.Status;
import parlance.gateway.registry.InboxLeaseStore.Taken;
import parlance.kit.kafka.KafkaSettings;

/** Settles what the last holder of an inbox left behind: connections, and packets for them. */
@Singleton
final class OrphanedInboxDrain {

    private static final Logger LOG = Logger.getLogger(OrphanedInboxDrain.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings topics;
    private final InboxLeaseStore leases;
    private final ConnectionRegistrar connectionRegistrar;
    private final InboxDispatcher inboxDispatcher;

    OrphanedInboxDrain(
            KafkaSettings topics,
            InboxLeaseStore leases,
            ConnectionRegistrar connectionRegistrar,
            InboxDispatcher inboxDispatcher) {
        this.topics = topics;
        this.leases = leases;
        this.connectionRegistrar = connectionRegistrar;
        this.inboxDispatcher = inboxDispatcher;
    }

    /**
     * Returns when everything up to the inbox's present end is handed back, with the offset from
     * which to read on; the consumer stands there.
     *
     * @throws IllegalStateException if the lease is lost meanwhile
     */
    long settle(KafkaConsumer<byte[], byte[]> consumer, Taken taken) {
        var partition = taken.lease().address().partition();
        var inbox = new TopicPartition(topics.nameOf(Topic.GATEWAY_INBOX), partition);
        connectionRegistrar.removeForgotten(partition);
        consumer.assign(List.of(inbox));
        var end = consumer.endOffsets(List.of(inbox)).getOrDefault(inbox, 0L);
        var from = Math.min(end, taken.offset().orElse(end));
        LOG.infof("inbox_taken partition=%d left=%d", partition, end - from);
        consumer.seek(inbox, from);
        while (consumer.position(inbox) < end) {
            inboxDispatcher.handBack(consumer.poll(POLL));
            renewIfDue(taken, consumer.position(inbox));
        }
        return consumer.position(inbox);
    }

    private void renewIfDue(Taken taken, long offset) {
        var lease = taken.lease();
        if (lease.isDueForRenewal() && leases.renew(lease, offset) == Status.TAKEN) {
            throw new IllegalStateException("lease_lost");
        }
    }
}

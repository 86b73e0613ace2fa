package parlance.gateway.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import parlance.contracts.Topic;
import parlance.gateway.GatewayConfig;
import parlance.gateway.registry.InboxLeaseStore;
import parlance.gateway.registry.InboxLeaseStore.Lapsed;
import parlance.kit.kafka.KafkaClients;
import parlance.kit.kafka.KafkaSettings;

/**
 * Looks after inboxes without a holder: a gateway that died left connections and packets behind,
 * one that stopped may have been written to by somebody slow.
 */
@Singleton
final class Reaper {

    private static final Logger LOG = Logger.getLogger(Reaper.class);

    /** A dead holder's users are away a lease and this part of one after its last renewal. */
    private static final int LOOKS_PER_LEASE = 10;

    private final InboxLeaseStore leases;
    private final AvailableInboxes inboxes;
    private final OrphanedInboxDrain orphanedInboxDrain;
    private final KafkaClients clients;
    private final String topic;
    private final Duration lease;
    private final LeaseObservation leaseObservation;

    private final Thread thread = Thread.ofPlatform().daemon().name("reaper").unstarted(this::run);

    Reaper(
            InboxLeaseStore leases,
            AvailableInboxes inboxes,
            OrphanedInboxDrain orphanedInboxDrain,
            KafkaClients clients,
            KafkaSettings topics,
            GatewayConfig config) {
        this.leases = leases;
        this.inboxes = inboxes;
        this.orphanedInboxDrain = orphanedInboxDrain;
        this.clients = clients;
        this.topic = topics.nameOf(Topic.GATEWAY_INBOX);
        this.lease = config.gateway().lease();
        this.leaseObservation = new LeaseObservation(lease, System::nanoTime);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        try (var consumer = clients.assignedConsumer()) {
            while (true) {
                Thread.sleep(lease.dividedBy(LOOKS_PER_LEASE));
                lookWith(consumer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookWith(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            var lapsed = leases.lapsed(inboxes.total());
            leaseObservation.looked();
            if (leaseObservation.isClear()) {
                unsettled(lapsed, consumer).forEach(inbox -> reap(inbox, consumer));
            }
        } catch (RuntimeException e) {
            LOG.warnf("reaper_waits cause=%s", e.toString());
        }
    }

    /** Those whose holder died, or that were written to after it left. */
    private List<Lapsed> unsettled(List<Lapsed> lapsed, KafkaConsumer<byte[], byte[]> consumer) {
        var ends = consumer.endOffsets(lapsed.stream().map(this::partitionOf).toList());
        return lapsed.stream()
                .filter(inbox ->
                        inbox.abandoned()
                                || ends.getOrDefault(partitionOf(inbox), 0L) > inbox.offset())
                .toList();
    }

    private TopicPartition partitionOf(Lapsed inbox) {
        return new TopicPartition(topic, inbox.partition());
    }

    private void reap(Lapsed inbox, KafkaConsumer<byte[], byte[]> consumer) {
        var taken = leases.take(inbox.partition(), lease).orElse(null);
        if (taken != null) {
            LOG.infof("inbox_reaped partition=%d", inbox.partition());
            leases.release(taken.lease(), orphanedInboxDrain.settle(consumer, taken));
        }
    }
}

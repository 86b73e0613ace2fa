package parlance.gateway.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
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

    private final InboxLeaseStore leases;
    private final FreeInboxes inboxes;
    private final Leftovers leftovers;
    private final KafkaClients clients;
    private final String topic;
    private final Duration lease;

    private final Thread thread = Thread.ofPlatform().daemon().name("reaper").unstarted(this::run);

    /** Lapsed at the last look: a living holder would have renewed since. */
    private Set<Integer> lapsedBefore = Set.of();

    Reaper(
            InboxLeaseStore leases,
            FreeInboxes inboxes,
            Leftovers leftovers,
            KafkaClients clients,
            KafkaSettings topics,
            GatewayConfig config) {
        this.leases = leases;
        this.inboxes = inboxes;
        this.leftovers = leftovers;
        this.clients = clients;
        this.topic = topics.nameOf(Topic.GATEWAY_INBOX);
        this.lease = config.gateway().lease();
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
                Thread.sleep(lease.dividedBy(2));
                lookWith(consumer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookWith(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            var lapsed = leases.lapsed(inboxes.total());
            for (var inbox : lapsed) {
                if (lapsedBefore.contains(inbox.partition()) && isUnsettled(inbox, consumer)) {
                    reap(inbox, consumer);
                }
            }
            lapsedBefore = lapsed.stream().map(Lapsed::partition).collect(Collectors.toSet());
        } catch (RuntimeException e) {
            LOG.warnf("reaper_waits cause=%s", e.toString());
        }
    }

    private boolean isUnsettled(Lapsed inbox, KafkaConsumer<byte[], byte[]> consumer) {
        if (inbox.abandoned()) {
            return true;
        }
        var partition = new TopicPartition(topic, inbox.partition());
        var end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
        return end > inbox.offset();
    }

    private void reap(Lapsed inbox, KafkaConsumer<byte[], byte[]> consumer) {
        var taken = leases.take(inbox.partition(), lease).orElse(null);
        if (taken != null) {
            LOG.infof("inbox_reaped partition=%d", inbox.partition());
            leases.release(taken.lease(), leftovers.settle(consumer, taken));
        }
    }
}

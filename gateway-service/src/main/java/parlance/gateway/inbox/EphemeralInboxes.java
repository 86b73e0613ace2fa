package parlance.gateway.inbox;

import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import parlance.contracts.Topic;
import parlance.gateway.registry.InboxLease;
import parlance.kit.kafka.KafkaClients;
import parlance.kit.kafka.KafkaSettings;

/** Opens the light inbox that goes with an inbox: the same partition, under the same lease. */
@Singleton
final class EphemeralInboxes {

    private final KafkaClients clients;
    private final KafkaSettings topics;
    private final EphemeralDispatcher arrivals;

    EphemeralInboxes(KafkaClients clients, KafkaSettings topics, EphemeralDispatcher arrivals) {
        this.clients = clients;
        this.topics = topics;
        this.arrivals = arrivals;
    }

    /** From its present end: what came before was for connections that are no more. */
    LeasedReader open(InboxLease lease) {
        var consumer = clients.assignedConsumer();
        var address = lease.address();
        var topic = topics.nameOf(Topic.GATEWAY_INBOX_LIGHT);
        var partition = new TopicPartition(topic, address.partition());
        try {
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            // Seeking is lazy: the end is meant that there is now.
            consumer.position(partition);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        return new LeasedReader(
                "light-inbox",
                lease,
                consumer,
                records -> arrivals.write(records, address.instance()));
    }
}

package parlance.kit.publish;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import parlance.contracts.UserId;

/**
 * Sends the outcomes of a batch: all recipients are looked up at once, then everything goes out in
 * the order of the commands, and each command's answer before what it delivers. Returns when Kafka
 * has it all.
 */
@Singleton
public final class Publisher {

    private final RegistryStore registry;
    private final Replies replies;
    private final Deliveries deliveries;
    private final LightDeliveries lights;
    private final Events events;
    private final Outbox outbox;

    Publisher(
            RegistryStore registry,
            Replies replies,
            Deliveries deliveries,
            LightDeliveries lights,
            Events events,
            Outbox outbox) {
        this.registry = registry;
        this.replies = replies;
        this.deliveries = deliveries;
        this.lights = lights;
        this.events = events;
        this.outbox = outbox;
    }

    public void publish(List<Answered> batch) {
        var connections = registry.find(recipientsOf(batch));
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var answered : batch) {
            records.addAll(replies.recordsOf(answered));
            records.addAll(deliveries.recordsOf(answered, connections));
            records.addAll(lights.recordsOf(answered, connections));
            records.addAll(events.recordsOf(answered));
        }
        outbox.sendAll(records);
    }

    private static Set<UserId> recipientsOf(List<Answered> batch) {
        var users = new LinkedHashSet<UserId>();
        for (var answered : batch) {
            answered.outcome().deliveries().forEach(one -> users.addAll(one.recipients()));
            answered.outcome().lights().forEach(one -> users.addAll(one.recipients()));
        }
        return users;
    }
}

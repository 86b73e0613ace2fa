package parlance.kit.publish;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import parlance.contracts.UserId;
import parlance.kit.resume.ResumeStore;

/**
 * Sends the outcomes of a batch: all recipients are looked up at once, then everything goes out in
 * the order of the commands, and each command's answer before what it delivers. Returns when Kafka
 * has it all.
 */
@Singleton
public final class Publisher {

    private final RegistryStore registry;
    private final ResumeStore streams;
    private final Replies replies;
    private final Deliveries deliveries;
    private final LightDeliveries lights;
    private final Events events;
    private final Outbox outbox;

    Publisher(
            RegistryStore registry,
            ResumeStore streams,
            Replies replies,
            Deliveries deliveries,
            LightDeliveries lights,
            Events events,
            Outbox outbox) {
        this.registry = registry;
        this.streams = streams;
        this.replies = replies;
        this.deliveries = deliveries;
        this.lights = lights;
        this.events = events;
        this.outbox = outbox;
    }

    public void publish(List<Answered> batch) {
        var audience = registry.findAudience(recipientsOf(batch));
        var connections = new HashMap<>(audience.connections());
        var numbering = number(batch, audience, connections);
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var answered : batch) {
            records.addAll(replies.recordsOf(answered, numbering));
            records.addAll(deliveries.recordsOf(answered, connections, numbering));
            records.addAll(lights.recordsOf(answered, connections));
            records.addAll(events.recordsOf(answered));
        }
        outbox.sendAll(records);
    }

    /**
     * Appends what is for users who may resume, and only then looks where they are: one who comes
     * back meanwhile reads the packet from the stream, or is addressed.
     */
    private Numbering number(
            List<Answered> batch, Audience audience, Map<UserId, List<Registration>> connections) {
        var numbering = new Numbering();
        if (!audience.resumable().isEmpty()) {
            var additions = Numbering.additions(batch, audience.resumable());
            var entries = streams.append(additions);
            for (int i = 0; i < entries.size(); i++) {
                numbering.add(additions.get(i), entries.get(i));
            }
            connections.putAll(registry.find(audience.resumable()));
        }
        return numbering;
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

package parlance.kit.publish;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import parlance.contracts.ErrorBody;
import parlance.contracts.UserId;
import parlance.kit.registry.ConnectedRecipients;
import parlance.kit.registry.Registration;
import parlance.kit.registry.RegistryStore;
import parlance.kit.resume.ResumeStore;

/**
 * Sends the results of a batch: all recipients are looked up at once, then everything goes out in
 * the order of the commands, and each command's answer before what it delivers. Returns when Kafka
 * has it all.
 */
@Singleton
public final class Publisher {

    private static final Logger LOG = Logger.getLogger(Publisher.class);
    private static final ErrorBody TOO_LARGE = ErrorBody.invalid("The packet is too large.");

    private final RegistryStore registry;
    private final ResumeStore streams;
    private final Replies replies;
    private final Deliveries deliveries;
    private final EphemeralDeliveries ephemeralDeliveries;
    private final Events events;
    private final ReliableProducer reliableProducer;

    Publisher(
            RegistryStore registry,
            ResumeStore streams,
            Replies replies,
            Deliveries deliveries,
            EphemeralDeliveries ephemeralDeliveries,
            Events events,
            ReliableProducer reliableProducer) {
        this.registry = registry;
        this.streams = streams;
        this.replies = replies;
        this.deliveries = deliveries;
        this.ephemeralDeliveries = ephemeralDeliveries;
        this.events = events;
        this.reliableProducer = reliableProducer;
    }

    public void publish(List<CompletedCommand> batch) {
        var connectedRecipients = registry.findAudience(recipientsOf(batch));
        var connections = new HashMap<>(connectedRecipients.connections());
        var streamEntryIds = number(batch, connectedRecipients, connections);
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var completedCommand : batch) {
            records.addAll(recordsOf(completedCommand, connections, streamEntryIds));
        }
        reliableProducer.sendAll(records);
    }

    /** A command of which one record is too large is refused to the one who sent it. */
    private List<ProducerRecord<byte[], byte[]>> recordsOf(
            CompletedCommand completedCommand,
            Map<UserId, List<Registration>> connections,
            StreamEntryIds streamEntryIds) {
        var records = new ArrayList<>(replies.recordsOf(completedCommand, streamEntryIds));
        records.addAll(deliveries.recordsOf(completedCommand, connections, streamEntryIds));
        records.addAll(ephemeralDeliveries.recordsOf(completedCommand, connections));
        records.addAll(events.recordsOf(completedCommand));
        if (records.stream().allMatch(record -> ReliableProducer.fits(record.value()))) {
            return records;
        }
        LOG.errorf(
                "record_too_large command=%s position=%s",
                completedCommand.name(), completedCommand.position());
        return replies.recordsOf(completedCommand.rejected(TOO_LARGE), streamEntryIds);
    }

    /**
     * Appends what is for users who may resume, and only then looks where they are: one who comes
     * back meanwhile reads the packet from the stream, or is addressed.
     */
    private StreamEntryIds number(
            List<CompletedCommand> batch,
            ConnectedRecipients connectedRecipients,
            Map<UserId, List<Registration>> connections) {
        var streamEntryIds = new StreamEntryIds();
        if (!connectedRecipients.resumable().isEmpty()) {
            var additions = StreamEntryIds.additions(batch, connectedRecipients.resumable());
            var entries = streams.append(additions);
            for (int i = 0; i < entries.size(); i++) {
                streamEntryIds.add(additions.get(i), entries.get(i));
            }
            connections.putAll(registry.find(connectedRecipients.resumable()));
        }
        return streamEntryIds;
    }

    private static Set<UserId> recipientsOf(List<CompletedCommand> batch) {
        var users = new LinkedHashSet<UserId>();
        for (var completedCommand : batch) {
            completedCommand.result().deliveries().forEach(one -> users.addAll(one.recipients()));
            completedCommand.result().ephemerals().forEach(one -> users.addAll(one.recipients()));
        }
        return users;
    }
}

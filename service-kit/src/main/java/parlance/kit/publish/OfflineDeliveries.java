package parlance.kit.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import parlance.contracts.KeyHash;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.Position;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.kit.kafka.RecordHeaders;

/**
 * What becomes of a packet for users without a connection: one record for each partition of theirs,
 * for the operations log and for push.
 */
@Singleton
public final class OfflineDeliveries {

    private final ReliableProducer reliableProducer;
    private final Counter offline;

    OfflineDeliveries(ReliableProducer reliableProducer, MeterRegistry metrics) {
        this.reliableProducer = reliableProducer;
        this.offline = metrics.counter("parlance_deliveries", "to", "offline");
    }

    /**
     * Nothing for a packet that is not kept, and nothing for the author, who knows.
     *
     * @param position the packet's own, by which a second record is known as the same
     */
    public List<ProducerRecord<byte[], byte[]>> recordsOf(
            byte[] packet,
            Position position,
            Collection<UserId> absent,
            @Nullable UserId author,
            Set<OfflinePolicy> whenAbsent) {
        if (whenAbsent.isEmpty()) {
            return List.of();
        }
        var partitions = reliableProducer.partitions(Topic.DELIVERIES_OFFLINE);
        var byPartition = new TreeMap<Integer, List<UserId>>();
        for (var user : absent) {
            if (!user.equals(author)) {
                byPartition
                        .computeIfAbsent(
                                KeyHash.of(user.value()).partition(partitions),
                                _ -> new ArrayList<>())
                        .add(user);
            }
        }
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        byPartition.forEach((partition, users) -> {
            offline.increment(users.size());
            var record = reliableProducer.to(Topic.DELIVERIES_OFFLINE, partition, packet);
            RecordHeaders.add(record.headers(), RecordHeaderNames.USERS, commaSeparated(users));
            describe(record, position, author, whenAbsent);
            records.add(record);
        });
        return records;
    }

    /** What every record of a delivery says of it, wherever it goes. */
    static void describe(
            ProducerRecord<byte[], byte[]> record,
            Position position,
            @Nullable UserId author,
            Set<OfflinePolicy> whenAbsent) {
        RecordHeaders.add(record.headers(), RecordHeaderNames.POSITION, position);
        RecordHeaders.add(record.headers(), RecordHeaderNames.AUTHOR, author);
        RecordHeaders.add(
                record.headers(), RecordHeaderNames.ABSENT, OfflinePolicy.text(whenAbsent));
    }

    private static String commaSeparated(List<UserId> users) {
        return users.stream().map(UserId::value).collect(Collectors.joining(","));
    }
}

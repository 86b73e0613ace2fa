package parlance.kit.event;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import parlance.kit.EventBatch;
import parlance.kit.HandlerResult;
import parlance.kit.ReceivedEvent;
import parlance.kit.loop.ChannelPartitions;
import parlance.kit.loop.PartitionTask;

/** The records of one poll of a channel. */
final class PolledBatch implements EventBatch {

    private final List<EventRecord> records;
    private final ChannelPartitions partitions;
    private final EventBatchProcessor work;
    private final Set<TopicPartition> done = ConcurrentHashMap.newKeySet();

    PolledBatch(List<EventRecord> records, ChannelPartitions partitions, EventBatchProcessor work) {
        this.records = records;
        this.partitions = partitions;
        this.work = work;
    }

    @Override
    public <E> void process(
            Class<E> type, Function<List<ReceivedEvent<E>>, List<HandlerResult>> handler) {
        var tasks = new HashMap<TopicPartition, PartitionTask>();
        byPartition()
                .forEach((partition, part) ->
                        tasks.put(
                                partition,
                                partitions.begin(
                                        partition,
                                        part.getLast().offset() + 1,
                                        () -> work.process(part, type, handler))));
        try {
            for (var task : tasks.entrySet()) {
                if (task.getValue().await()) {
                    done.add(task.getKey());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Only what is done: another replica may have the rest already. */
    CompletionStage<Void> ack() {
        return CompletableFuture.allOf(
                byPartition().entrySet().stream()
                        .filter(part -> done.contains(part.getKey()))
                        .map(part ->
                                part.getValue().getLast().message().ack().toCompletableFuture())
                        .toArray(CompletableFuture<?>[]::new));
    }

    private Map<TopicPartition, List<EventRecord>> byPartition() {
        return records.stream().collect(groupingBy(EventRecord::partition));
    }
}

package parlance.kit.command;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorCode;
import parlance.kit.HandlerResult;

/**
 * Commands of slow routes, done beside the batches of their partition, each on a thread of its own,
 * so that the partition's other keys do not wait. Commands with the key of one that is not done yet
 * follow it in their order.
 */
@Singleton
final class SlowCommands {

    /** Beyond this many at a time the next one is refused at once. */
    private static final int MOST = 1_000;

    private record Key(TopicPartition partition, Object orderKey) {}

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Key, CompletableFuture<Void>> lastOfKey = new ConcurrentHashMap<>();
    private final Map<TopicPartition, ConcurrentSkipListSet<Long>> unfinished =
            new ConcurrentHashMap<>();
    private final AtomicInteger outstanding = new AtomicInteger();

    /** Takes what is not done with the rest of the batch out of it, in order. */
    List<CommandContext> takeFrom(List<CommandContext> batch) {
        var taken = new ArrayList<CommandContext>();
        var keys = new HashSet<Key>();
        for (var one : batch) {
            var key = keyOf(one);
            var follows = lastOfKey.containsKey(key) || keys.contains(key);
            if (one.result != null || !(one.route.isSlow() || follows)) {
                continue;
            }
            if (!follows && outstanding.get() + taken.size() >= MOST) {
                one.result = HandlerResult.rejected(ErrorCode.SERVICE_UNAVAILABLE);
                continue;
            }
            keys.add(key);
            taken.add(one);
        }
        batch.removeAll(taken);
        return taken;
    }

    /**
     * Starts what was taken out of a batch.
     *
     * @param work returns when all that the command causes is on Kafka
     */
    void start(List<CommandContext> taken, Consumer<CommandContext> work) {
        for (var one : taken) {
            outstanding.incrementAndGet();
            unfinishedOf(one.partition()).add(one.record.offset());
            var key = keyOf(one);
            var done =
                    lastOfKey.compute(
                            key,
                            (_, last) -> follow(last).thenRunAsync(() -> run(one, work), threads));
            done.whenComplete((_, _) -> lastOfKey.remove(key, done));
        }
    }

    /** The offset of the oldest command that is not done; the largest number if all are. */
    long oldestUnfinished(TopicPartition partition) {
        var oldest = unfinishedOf(partition).ceiling(0L);
        return oldest == null ? Long.MAX_VALUE : oldest;
    }

    private void run(CommandContext one, Consumer<CommandContext> work) {
        try {
            work.accept(one);
        } finally {
            unfinishedOf(one.partition()).remove(one.record.offset());
            outstanding.decrementAndGet();
        }
    }

    private static CompletableFuture<Void> follow(@Nullable CompletableFuture<Void> last) {
        return last == null
                ? CompletableFuture.completedFuture(null)
                : last.exceptionally(_ -> null);
    }

    private ConcurrentSkipListSet<Long> unfinishedOf(TopicPartition partition) {
        return unfinished.computeIfAbsent(partition, _ -> new ConcurrentSkipListSet<>());
    }

    private static Key keyOf(CommandContext one) {
        return new Key(one.partition(), one.orderKey());
    }
}

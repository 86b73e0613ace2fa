package parlance.kit.loop;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The work on the partitions of all channels. It goes on while a partition is this replica's, and
 * has ended before another replica begins with it.
 */
@Singleton
@Default
@Identifier("channel-partitions")
public final class ChannelPartitions implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(ChannelPartitions.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<TopicPartition, PartitionTask> tasks = new HashMap<>();
    private final Map<TopicPartition, Long> finished = new ConcurrentHashMap<>();
    private final Set<TopicPartition> revoked = new HashSet<>();
    private final Set<String> joined = new HashSet<>();

    private final CountDownLatch started = new CountDownLatch(1);

    private boolean stopping;

    /** After everything else that starts: the first event finds indexes and defaults in place. */
    public void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        started.countDown();
    }

    /**
     * Does the work on one partition, again and again while a dependency is down.
     *
     * @param next the offset after the work
     */
    public synchronized PartitionTask begin(TopicPartition partition, long next, Runnable work) {
        var task =
                new PartitionTask(
                        partition,
                        started,
                        () -> {
                            work.run();
                            finished.put(partition, next);
                        });
        tasks.put(partition, task);
        if (stopping || revoked.contains(partition)) {
            task.stop();
        }
        return task;
    }

    /** Whether the group that reads {@code topic} has let this replica in. */
    public synchronized boolean hasJoined(String topic) {
        return joined.contains(topic);
    }

    /** The offset before which all is done; 0 while nothing is. */
    public long finished(TopicPartition partition) {
        return finished.getOrDefault(partition, 0L);
    }

    /** Partitions that wait for a dependency. */
    public synchronized Set<String> stalled() {
        return tasks.entrySet().stream()
                .filter(task -> task.getValue().isStalled())
                .map(task -> task.getKey().toString())
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        joined.addAll(consumer.subscription());
        partitions.forEach(revoked::remove);
    }

    /** Commits what is done by then; the next owner does the rest. */
    @Override
    public void onPartitionsRevoked(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        end(release(partitions));
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : partitions) {
            var next = finished.remove(partition);
            if (next != null) {
                offsets.put(partition, new OffsetAndMetadata(next));
            }
        }
        try {
            consumer.commitSync(offsets, PATIENCE);
        } catch (KafkaException failure) {
            LOG.warnf("commit_failed partitions=%s cause=%s", offsets.keySet(), failure);
        }
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        end(release(partitions));
        partitions.forEach(finished::remove);
    }

    private synchronized List<PartitionTask> release(Collection<TopicPartition> partitions) {
        revoked.addAll(partitions);
        return partitions.stream().map(tasks::remove).filter(Objects::nonNull).toList();
    }

    private static void end(List<PartitionTask> released) {
        released.forEach(PartitionTask::stop);
        var end = System.nanoTime() + PATIENCE.toNanos();
        released.forEach(task -> task.awaitStop(Duration.ofNanos(end - System.nanoTime())));
    }

    /** Before the channels end, which commit what has been done by then. */
    public void stop(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        end(releaseAll());
    }

    private synchronized List<PartitionTask> releaseAll() {
        stopping = true;
        return release(Set.copyOf(tasks.keySet()));
    }
}

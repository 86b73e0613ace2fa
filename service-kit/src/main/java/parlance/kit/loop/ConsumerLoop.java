package parlance.kit.loop;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Consumes one topic: fetches for a worker per partition, and commits what they have done. It goes
 * on polling whatever the workers wait for, so that the group keeps its members.
 */
public final class ConsumerLoop {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration IDLE_POLL = Duration.ofMillis(500);

    /** While a partition is held back, its worker must not run dry before it is let go on. */
    private static final Duration HELD_BACK_POLL = Duration.ofMillis(50);

    /** A commit costs the broker as much as a batch; what it would have saved is done again. */
    private static final Duration COMMIT_EVERY = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final BatchProcessor batchProcessor;
    private final Thread thread;
    private final Map<TopicPartition, PartitionWorker> workers = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    private long nextCommit = System.nanoTime();

    private volatile boolean running = true;
    private volatile boolean joined;

    public ConsumerLoop(
            String topic, KafkaConsumer<byte[], byte[]> consumer, BatchProcessor batchProcessor) {
        this.topic = topic;
        this.consumer = consumer;
        this.batchProcessor = batchProcessor;
        this.thread = Thread.ofPlatform().name("poll-" + topic).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Takes nothing more; see {@link #awaitStop}. */
    void stop() {
        running = false;
        consumer.wakeup();
    }

    /** Returns when the batches under way are done and committed, and the group is left. */
    void awaitStop() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Whether the group has let this member in. */
    boolean hasJoined() {
        return joined;
    }

    /** Partitions that wait for a dependency. */
    Set<String> stalled() {
        return workers.entrySet().stream()
                .filter(worker -> worker.getValue().isStalled())
                .map(worker -> worker.getKey().toString())
                .collect(Collectors.toSet());
    }

    private void run() {
        consumer.subscribe(Set.of(topic), new Rebalance());
        try {
            while (running) {
                turn();
            }
        } catch (WakeupException stopping) {
            LOG.debugf("poll_stops topic=%s", topic);
        } finally {
            release(Set.copyOf(workers.keySet()));
            consumer.close();
        }
    }

    private void turn() {
        try {
            var records = consumer.poll(consumer.paused().isEmpty() ? IDLE_POLL : HELD_BACK_POLL);
            for (var partition : records.partitions()) {
                var worker = workers.get(partition);
                if (worker != null) {
                    worker.offer(records.records(partition));
                }
            }
            holdBack();
            if (System.nanoTime() - nextCommit >= 0) {
                commit();
                nextCommit = System.nanoTime() + COMMIT_EVERY.toNanos();
            }
        } catch (WakeupException stopping) {
            throw stopping;
        } catch (KafkaException failure) {
            // Commits are repeated with the next turn; a lost partition is another member's.
            LOG.warnf("poll_failed topic=%s cause=%s", topic, failure);
        }
    }

    private void holdBack() {
        for (var entry : workers.entrySet()) {
            var partition = Set.of(entry.getKey());
            var paused = consumer.paused().contains(entry.getKey());
            if (entry.getValue().isFull() && !paused) {
                consumer.pause(partition);
            } else if (!entry.getValue().isFull() && paused) {
                consumer.resume(partition);
            }
        }
    }

    /** Without waiting: an offset that could not be committed is tried again with a later turn. */
    private void commit() {
        var offsets = newOffsets(workers);
        if (offsets.isEmpty()) {
            return;
        }
        offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        consumer.commitAsync(
                offsets,
                (attempted, failure) -> {
                    if (failure != null) {
                        LOG.warnf("commit_failed topic=%s cause=%s", topic, failure);
                        attempted.keySet().forEach(committed::remove);
                    }
                });
    }

    private Map<TopicPartition, OffsetAndMetadata> newOffsets(
            Map<TopicPartition, PartitionWorker> done) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        done.forEach((partition, worker) -> {
            var offset = worker.committable();
            if (offset > committed.getOrDefault(partition, -1L)) {
                offsets.put(partition, new OffsetAndMetadata(offset));
            }
        });
        return offsets;
    }

    private void release(Collection<TopicPartition> partitions) {
        var released = take(partitions);
        released.values().forEach(PartitionWorker::stop);
        var end = System.nanoTime() + PATIENCE.toNanos();
        released.values()
                .forEach(worker -> worker.awaitStop(Duration.ofNanos(end - System.nanoTime())));
        try {
            commitSync(newOffsets(released));
        } catch (KafkaException failure) {
            LOG.warnf("commit_failed topic=%s cause=%s", topic, failure);
        }
        partitions.forEach(committed::remove);
    }

    private void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            consumer.commitSync(offsets, PATIENCE);
        } catch (WakeupException stopping) {
            // Meant for a poll that was over by then; it is taken up once.
            consumer.commitSync(offsets, PATIENCE);
        }
    }

    private Map<TopicPartition, PartitionWorker> take(Collection<TopicPartition> partitions) {
        var taken = new HashMap<TopicPartition, PartitionWorker>();
        for (var partition : partitions) {
            var worker = workers.remove(partition);
            if (worker != null) {
                taken.put(partition, worker);
            }
        }
        return taken;
    }

    private final class Rebalance implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            joined = true;
            partitions.forEach(p -> workers.put(p, new PartitionWorker(p, batchProcessor)));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            release(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            var lost = take(partitions).values();
            lost.forEach(PartitionWorker::stop);
            lost.forEach(worker -> worker.awaitStop(Duration.ZERO));
            partitions.forEach(committed::remove);
        }
    }
}

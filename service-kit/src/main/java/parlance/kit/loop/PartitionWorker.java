package parlance.kit.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Works one partition's records off, in batches of whatever has come in meanwhile. While a
 * dependency is down it tries again and again, and the partition stands still.
 */
final class PartitionWorker {

    private static final int BATCH = 500;
    private static final int BACKLOG = 2_000;

    private final TopicPartition partition;
    private final RetryLoop retries;
    private final BatchProcessor batchProcessor;
    private final LinkedBlockingQueue<List<ConsumerRecord<byte[], byte[]>>> queue =
            new LinkedBlockingQueue<>();
    private final AtomicInteger backlog = new AtomicInteger();
    private final Thread thread;

    private volatile long finished = -1;

    PartitionWorker(TopicPartition partition, BatchProcessor batchProcessor) {
        this.partition = partition;
        this.retries = new RetryLoop(partition);
        this.batchProcessor = batchProcessor;
        this.thread = Thread.ofVirtual().name("commands-" + partition).start(this::run);
    }

    void offer(List<ConsumerRecord<byte[], byte[]>> records) {
        backlog.addAndGet(records.size());
        queue.add(records);
    }

    /** Whether more should not be fetched for now. */
    boolean isFull() {
        return backlog.get() >= BACKLOG;
    }

    /** Whether a dependency is down, or does not answer, and the partition stands still. */
    boolean isStalled() {
        return retries.isStalled();
    }

    /** The offset to commit: all before it is done. Negative while nothing is. */
    long committable() {
        return Math.min(finished, batchProcessor.oldestUnfinished(partition));
    }

    /** Takes no further batch; what is not done is done by the partition's next owner. */
    void stop() {
        retries.stop();
        queue.add(List.of());
        if (retries.isFailing()) {
            thread.interrupt();
        }
    }

    /** Lets the batch under way end, for a while. */
    void awaitStop(Duration patience) {
        try {
            if (!thread.join(patience)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!retries.isStopped()) {
                var batch = nextBatch();
                if (!batch.isEmpty() && !retries.isStopped()) {
                    retries.untilDone(() -> batchProcessor.process(batch));
                    finished = batch.getLast().offset() + 1;
                    backlog.addAndGet(-batch.size());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> nextBatch() throws InterruptedException {
        var batch = new ArrayList<>(queue.take());
        while (batch.size() < BATCH) {
            var more = queue.poll();
            if (more == null) {
                break;
            }
            batch.addAll(more);
        }
        return batch;
    }
}

package parlance.kit.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Works one partition's records off, in batches of whatever has come in meanwhile. While a
 * dependency is down it tries again and again, and the partition stands still.
 */
final class PartitionWorker {

    private static final Logger LOG = Logger.getLogger(PartitionWorker.class);
    private static final int BATCH = 500;
    private static final int BACKLOG = 2_000;
    private static final Duration LONG = Duration.ofSeconds(10);

    private final TopicPartition partition;
    private final Work work;
    private final LinkedBlockingQueue<List<ConsumerRecord<byte[], byte[]>>> queue =
            new LinkedBlockingQueue<>();
    private final AtomicInteger backlog = new AtomicInteger();
    private final Thread thread;

    private volatile boolean stopping;
    private volatile boolean failing;
    private volatile long busySince;
    private volatile boolean busy;
    private volatile long finished = -1;

    PartitionWorker(TopicPartition partition, Work work) {
        this.partition = partition;
        this.work = work;
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
        return failing || (busy && System.nanoTime() - busySince > LONG.toNanos());
    }

    /** The offset to commit: all before it is done. Negative while nothing is. */
    long committable() {
        return finished;
    }

    /** Takes no further batch; what is not done is done by the partition's next owner. */
    void stop() {
        stopping = true;
        queue.add(List.of());
        if (failing) {
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
            while (!stopping) {
                var batch = nextBatch();
                if (!batch.isEmpty() && !stopping) {
                    processUntilDone(batch);
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

    private void processUntilDone(List<ConsumerRecord<byte[], byte[]>> batch)
            throws InterruptedException {
        var backOff = new BackOff();
        busySince = System.nanoTime();
        busy = true;
        while (true) {
            try {
                work.process(batch);
                failing = false;
                busy = false;
                return;
            } catch (RuntimeException failure) {
                if (Thread.interrupted() || stopping) {
                    throw new InterruptedException();
                }
                failing = true;
                LOG.warnf("partition_waits partition=%s cause=%s", partition, failure);
                backOff.sleep();
            }
        }
    }
}

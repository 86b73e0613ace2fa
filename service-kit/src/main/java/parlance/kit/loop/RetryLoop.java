package parlance.kit.loop;

import java.time.Duration;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Tries one partition's work again and again while a dependency is down. */
public final class RetryLoop {

    private static final Logger LOG = Logger.getLogger(RetryLoop.class);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final TopicPartition partition;

    private volatile boolean stopped;
    private volatile boolean failing;
    private volatile boolean busy;
    private volatile long busySince;

    RetryLoop(TopicPartition partition) {
        this.partition = partition;
    }

    /** The same for work that is not stopped with its partition. */
    public static void untilDone(TopicPartition partition, Runnable work) {
        try {
            new RetryLoop(partition).untilDone(work);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Returns when {@code work} has returned.
     *
     * @throws InterruptedException if the loop was stopped before
     */
    void untilDone(Runnable work) throws InterruptedException {
        var backOff = new BackOff();
        busySince = System.nanoTime();
        busy = true;
        while (true) {
            if (stopped) {
                throw new InterruptedException();
            }
            try {
                work.run();
                failing = false;
                busy = false;
                return;
            } catch (RuntimeException failure) {
                if (Thread.interrupted() || stopped) {
                    throw new InterruptedException();
                }
                failing = true;
                LOG.warnf("partition_waits partition=%s cause=%s", partition, failure);
                backOff.sleep();
            }
        }
    }

    /** Tries no further; an attempt under way ends as it may. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Whether the last attempt has failed. */
    boolean isFailing() {
        return failing;
    }

    /** Whether a dependency is down, or does not answer, and the partition stands still. */
    boolean isStalled() {
        return failing || (busy && System.nanoTime() - busySince > LONG.toNanos());
    }
}

package parlance.kit.loop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.TopicPartition;

/** What one partition's part of a batch causes, on a virtual thread of its own. */
public final class PartitionTask {

    private final RetryLoop retries;
    private final Thread thread;

    private volatile boolean done;

    /**
     * @param started opens when the service has started
     */
    PartitionTask(TopicPartition partition, CountDownLatch started, Runnable work) {
        this.retries = new RetryLoop(partition);
        this.thread =
                Thread.ofVirtual().name("events-" + partition).start(() -> run(started, work));
    }

    private void run(CountDownLatch started, Runnable work) {
        try {
            started.await();
            retries.untilDone(work);
            done = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries no further; what is not done is done by the partition's next owner. */
    void stop() {
        retries.stop();
        if (retries.isFailing()) {
            thread.interrupt();
        }
    }

    /** Lets an attempt under way end, for a while. */
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

    /**
     * @return whether the work is done; it is not if the task was stopped
     * @throws IllegalStateException if it has ended in another way
     */
    public boolean await() throws InterruptedException {
        thread.join();
        if (!done && !retries.isStopped()) {
            throw new IllegalStateException(thread.getName() + " has ended before its time");
        }
        return done;
    }

    boolean isStalled() {
        return retries.isStalled();
    }
}

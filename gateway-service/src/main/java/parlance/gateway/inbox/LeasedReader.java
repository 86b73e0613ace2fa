package parlance.gateway.inbox;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import parlance.gateway.registry.InboxLease;

/**
 * Reads one partition as long as its lease is proven: who has slept through the end of a lease must
 * not write what is now somebody else's.
 */
final class LeasedReader {

    private static final Logger LOG = Logger.getLogger(LeasedReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(200);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final InboxLease lease;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<ConsumerRecords<byte[], byte[]>> work;
    private final Thread thread;

    private volatile boolean stopped;

    /**
     * @param consumer stands where reading begins; is closed in the end
     */
    LeasedReader(
            String name,
            InboxLease lease,
            KafkaConsumer<byte[], byte[]> consumer,
            Consumer<ConsumerRecords<byte[], byte[]>> work) {
        this.lease = lease;
        this.consumer = consumer;
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Returns when nothing is written any more, or Kafka does not let go of us. */
    void stop() throws InterruptedException {
        stopped = true;
        consumer.wakeup();
        thread.join(STOP_PATIENCE);
    }

    /** False once reading has ended, by {@link #stop} or by a fault. */
    boolean isAlive() {
        return thread.isAlive();
    }

    /** A fault ends it: what was read is not written in part and then skipped. */
    private void run() {
        try (consumer) {
            while (!stopped) {
                readOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s_reader_failed", thread.getName());
        }
    }

    private void readOn() throws InterruptedException {
        try {
            if (awaitProof()) {
                var records = consumer.poll(POLL);
                if (!records.isEmpty() && awaitProof()) {
                    work.accept(records);
                }
            }
        } catch (WakeupException e) {
            // stop() was called.
        } catch (KafkaException e) {
            LOG.warnf("%s_waits cause=%s", thread.getName(), e.toString());
            Thread.sleep(AFTER_FAILURE);
        }
    }

    /** False if there will be none. */
    private boolean awaitProof() throws InterruptedException {
        while (!stopped && !lease.isProven()) {
            Thread.sleep(PAUSE);
        }
        return !stopped;
    }
}

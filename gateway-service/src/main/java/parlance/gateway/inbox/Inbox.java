package parlance.gateway.inbox;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connections;
import parlance.gateway.registry.InboxLease;
import parlance.gateway.registry.InboxLeaseStore;
import parlance.gateway.registry.InboxLeaseStore.Status;

/**
 * Reads one partition of the inbox, as long as its lease is proven: who has slept through the end
 * of a lease must not write what is now somebody else's.
 */
final class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final InboxLease lease;
    private final Arrivals arrivals;
    private final Connections connections;
    private final InboxLeaseStore leases;
    private final Thread thread;

    private volatile long next;
    private volatile boolean stopped;

    /**
     * @param consumer stands at {@code next}; is closed in the end
     */
    Inbox(
            InboxLease lease,
            KafkaConsumer<byte[], byte[]> consumer,
            long next,
            Arrivals arrivals,
            Connections connections,
            InboxLeaseStore leases) {
        this.lease = lease;
        this.consumer = consumer;
        this.next = next;
        this.arrivals = arrivals;
        this.connections = connections;
        this.leases = leases;
        this.thread = Thread.ofPlatform().daemon().name("inbox").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    InboxLease lease() {
        return lease;
    }

    /** Keeps the inbox ours, and says what has been read of it. */
    Status renew() {
        return leases.renew(lease, settledOffset());
    }

    /** Gives the inbox back; for one that is stopped, and has no connection left. */
    void release() {
        leases.release(lease, settledOffset());
    }

    /** Up to here the inbox need not be read again, whatever becomes of this process. */
    private long settledOffset() {
        var settled = next;
        for (var connection : connections.all()) {
            settled = Math.min(settled, connection.firstUnprovenOffset());
        }
        return settled;
    }

    /** Returns when nothing is written any more, or Kafka does not let go of us. */
    void stop() throws InterruptedException {
        stopped = true;
        consumer.wakeup();
        thread.join(STOP_PATIENCE);
    }

    private void run() {
        try (consumer) {
            while (!stopped) {
                readOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOn() throws InterruptedException {
        try {
            if (awaitProof()) {
                var records = consumer.poll(POLL);
                if (!records.isEmpty() && awaitProof()) {
                    write(records);
                }
            }
        } catch (WakeupException e) {
            // stop() was called.
        } catch (KafkaException e) {
            LOG.warnf("inbox_waits cause=%s", e.toString());
            Thread.sleep(POLL);
        }
    }

    private void write(ConsumerRecords<byte[], byte[]> records) {
        var first = records.iterator().next().offset();
        if (first != next) {
            LOG.errorf("inbox_gap expected=%d found=%d", next, first);
            connections.closeAll(CloseReason.comeBackAfter(Duration.ZERO));
        }
        arrivals.write(records, lease.address().instance());
        for (var record : records) {
            next = record.offset() + 1;
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

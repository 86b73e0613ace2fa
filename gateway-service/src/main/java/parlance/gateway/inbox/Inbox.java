package parlance.gateway.inbox;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jboss.logging.Logger;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Connections;
import parlance.gateway.registry.InboxLease;
import parlance.gateway.registry.InboxLeaseStore;
import parlance.gateway.registry.InboxLeaseStore.Status;

/** One partition of the inbox, with the light one beside it: read, renewed, given back. */
final class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final InboxLease lease;
    private final InboxDispatcher inboxDispatcher;
    private final Connections connections;
    private final InboxLeaseStore leases;
    private final LeasedReader reader;
    private final LeasedReader lightReader;

    private volatile long next;

    /**
     * @param consumer stands at {@code next}; is closed in the end
     * @param lightReader of the light inbox, which may lose what it likes
     */
    Inbox(
            InboxLease lease,
            KafkaConsumer<byte[], byte[]> consumer,
            long next,
            InboxDispatcher inboxDispatcher,
            LeasedReader lightReader,
            Connections connections,
            InboxLeaseStore leases) {
        this.lease = lease;
        this.next = next;
        this.inboxDispatcher = inboxDispatcher;
        this.connections = connections;
        this.leases = leases;
        this.reader = new LeasedReader("inbox", lease, consumer, this::write);
        this.lightReader = lightReader;
    }

    void start() {
        reader.start();
        lightReader.start();
    }

    InboxLease lease() {
        return lease;
    }

    /** False if nothing that is addressed to it is written any more. */
    boolean isRead() {
        return reader.isAlive() && lightReader.isAlive();
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
            settled = Math.min(settled, connection.outbound().firstUnacknowledgedOffset());
        }
        return settled;
    }

    /** See {@link LeasedReader#stop}. */
    void stop() throws InterruptedException {
        reader.stop();
        lightReader.stop();
    }

    private void write(ConsumerRecords<byte[], byte[]> records) {
        var first = records.iterator().next().offset();
        if (first != next) {
            LOG.errorf("inbox_gap expected=%d found=%d", next, first);
            connections.closeAll(CloseReason.comeBackAfter(Duration.ZERO));
        }
        inboxDispatcher.write(records, lease.address().instance());
        for (var record : records) {
            next = record.offset() + 1;
        }
    }
}

package parlance.gateway.connection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written to a connection, in order. Bounded in bytes, so that a slow reader costs no more
 * than that; and it remembers deliveries until the client's pong proves that they arrived.
 */
final class OutboundQueue {

    /** Of the limit, what must be free for a packet that may be dropped. */
    private static final double TO_SPARE = 0.75;

    private record Unacknowledged(long number, InboxDelivery delivery) {}

    private final Socket socket;
    private final int limit;
    private final Deque<Unacknowledged> unacknowledged = new ArrayDeque<>();

    private long waitingBytes;
    private long lastQueued;
    private long lastWritten;
    private boolean closed;

    OutboundQueue(Socket socket, int limit) {
        this.socket = socket;
        this.limit = limit;
    }

    /**
     * Queues a packet; an empty queue takes one of any size.
     *
     * @param delivery where the packet came from, if it is to be handed back when it does not
     *     arrive
     * @param written told when the socket has it
     * @return false if there is no room, or no reader any more
     */
    synchronized boolean offer(String packet, @Nullable InboxDelivery delivery, Runnable written) {
        // One char is one byte of nearly every packet; near enough for a limit.
        var size = packet.length();
        if (closed || (waitingBytes > 0 && waitingBytes + size > limit)) {
            return false;
        }
        waitingBytes += size;
        lastQueued++;
        if (delivery != null && delivery.isKept()) {
            unacknowledged.add(new Unacknowledged(lastQueued, delivery));
        }
        // Under the lock, which keeps the order; the socket only takes note of it.
        socket.write(
                packet,
                () -> {
                    written(size);
                    written.run();
                });
        return true;
    }

    /** Whether so little waits that what may be dropped need not be. */
    synchronized boolean hasRoomToSpare() {
        return waitingBytes <= limit * (1 - TO_SPARE);
    }

    /** The client may not have it yet, though it was written before, from elsewhere. */
    synchronized void keepUntilAcknowledged(InboxDelivery delivery) {
        if (delivery.isKept()) {
            unacknowledged.add(new Unacknowledged(lastQueued, delivery));
        }
    }

    private synchronized void written(int size) {
        waitingBytes -= size;
        lastWritten++;
    }

    /** Everything queued before a ping with this number has arrived when its pong comes. */
    synchronized long lastQueued() {
        return lastQueued;
    }

    /** The client has all packets up to this number. */
    synchronized void acknowledge(long number) {
        while (!unacknowledged.isEmpty() && unacknowledged.peek().number() <= number) {
            unacknowledged.remove();
        }
    }

    /** From here on the inbox has to be kept; none, if everything arrived. */
    synchronized long firstUnacknowledgedOffset() {
        var first = unacknowledged.peek();
        return first == null ? Long.MAX_VALUE : first.delivery().offset();
    }

    /** Takes nothing more. */
    synchronized void close() {
        closed = true;
    }

    /**
     * What may not have arrived; to be asked once, in the end.
     *
     * @param clean the client closed the socket itself, so that what was written counts as read
     */
    synchronized List<InboxDelivery> leftovers(boolean clean) {
        closed = true;
        if (clean) {
            acknowledge(lastWritten);
        }
        var left = unacknowledged.stream().map(Unacknowledged::delivery).toList();
        unacknowledged.clear();
        return left;
    }
}

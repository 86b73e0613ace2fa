package parlance.gateway.connection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Deliveries on their way into a connection's queue, each once. While the feed is held they wait
 * for something older that is to be written first.
 */
final class Feed {

    private record Waiting(InboxDelivery delivery, Runnable written) {

        int size() {
            return delivery.packet().length();
        }
    }

    private final OutboundQueue outbound;
    private final int limit;
    private final LastPositions given = new LastPositions();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final List<InboxDelivery> stranded = new ArrayList<>();

    private long waitingBytes;
    private boolean held;
    private long heldSinceNanos;

    /**
     * @param limit bytes that may wait
     */
    Feed(OutboundQueue outbound, int limit) {
        this.outbound = outbound;
        this.limit = limit;
    }

    /**
     * @return false if this connection will not get it
     */
    synchronized boolean deliver(InboxDelivery delivery, Runnable written) {
        if (given.includes(delivery.position())) {
            return true;
        }
        var next = new Waiting(delivery, written);
        if (!(held ? await(next) : write(next))) {
            return false;
        }
        given.add(delivery.position());
        return true;
    }

    private boolean await(Waiting next) {
        if (waitingBytes > 0 && waitingBytes + next.size() > limit) {
            return false;
        }
        waitingBytes += next.size();
        waiting.add(next);
        return true;
    }

    private boolean write(Waiting next) {
        return outbound.offer(next.delivery().packet(), next.delivery(), next.written());
    }

    synchronized void hold() {
        held = true;
        heldSinceNanos = System.nanoTime();
    }

    synchronized boolean isHeldFor(Duration time) {
        return held && System.nanoTime() - heldSinceNanos >= time.toNanos();
    }

    /**
     * Lets what has waited go.
     *
     * @return false if there is no room for it
     */
    synchronized boolean release() {
        held = false;
        while (!waiting.isEmpty()) {
            if (!write(waiting.peek())) {
                return false;
            }
            waitingBytes -= waiting.remove().size();
        }
        return true;
    }

    /** What waits is not for whoever signs in next. */
    synchronized void signedOut() {
        waiting.forEach(one -> stranded.add(one.delivery()));
        waiting.clear();
        waitingBytes = 0;
        held = false;
    }

    synchronized void strand(InboxDelivery delivery) {
        stranded.add(delivery);
    }

    /** From here on the inbox has to be kept. */
    synchronized long firstUnprovenOffset() {
        var first = outbound.firstUnprovenOffset();
        return waiting.isEmpty() ? first : Math.min(first, waiting.peek().delivery().offset());
    }

    /** See {@link OutboundQueue#leftovers}. */
    synchronized List<InboxDelivery> leftovers(boolean properly) {
        var left = new ArrayList<>(stranded);
        left.addAll(outbound.leftovers(properly));
        waiting.forEach(one -> left.add(one.delivery()));
        waiting.clear();
        stranded.clear();
        return left;
    }
}

package parlance.gateway.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.EntryId;
import parlance.gateway.connection.Passage.Passing;
import parlance.kit.resume.ResumeEntry;

/**
 * Deliveries on their way into a connection's queue. While the feed is held they wait for something
 * older that is to be written first.
 */
final class Feed {

    private final OutboundQueue outbound;
    private final Passage passage;
    private final Backlog waiting;
    private final List<InboxDelivery> stranded = new ArrayList<>();

    private List<ResumeEntry> replay = List.of();
    private boolean held;
    private long heldSinceNanos;

    /**
     * @param limit bytes that may wait
     */
    Feed(ConnectionId connection, OutboundQueue outbound, int limit) {
        this.outbound = outbound;
        this.passage = new Passage(connection, outbound);
        this.waiting = new Backlog(limit);
    }

    /**
     * @param entry its number, for a user who may resume
     * @return false if this connection will not get it
     */
    synchronized boolean deliver(
            InboxDelivery delivery, @Nullable EntryId entry, Runnable written) {
        return offer(new FeedItem(delivery.packet(), delivery, entry, written));
    }

    /** The answer to a command that delivered the entry to the user's other connections. */
    synchronized boolean answer(String packet, EntryId entry, Runnable written) {
        return offer(new FeedItem(packet, null, entry, written));
    }

    private boolean offer(FeedItem item) {
        if (held) {
            return waiting.add(item);
        }
        return switch (pass(item)) {
            case TAKEN -> true;
            case REFUSED -> false;
            case GAP_BEFORE -> waiting.add(item);
        };
    }

    private Passing pass(FeedItem item) {
        var passing = passage.pass(item);
        if (passing == Passing.GAP_BEFORE) {
            hold();
            Objects.requireNonNull(passage.progress()).askForMissing();
        }
        return passing;
    }

    synchronized void hold() {
        held = true;
        heldSinceNanos = System.nanoTime();
    }

    synchronized boolean isHeldFor(Duration time) {
        return held && System.nanoTime() - heldSinceNanos >= time.toNanos();
    }

    /**
     * Lets what has waited go, up to the next gap.
     *
     * @return false if there is no room for it
     */
    synchronized boolean release() {
        held = false;
        if (!passage.fill(replay)) {
            return false;
        }
        replay = List.of();
        for (var item = waiting.first(); item != null && !held; item = waiting.first()) {
            switch (pass(item)) {
                case TAKEN -> waiting.removeFirst();
                case REFUSED -> {
                    return false;
                }
                case GAP_BEFORE -> {}
            }
        }
        return true;
    }

    /**
     * From now on what has a number goes in their order.
     *
     * @param missed to be written when the feed is released
     */
    synchronized void follow(Progress begun, List<ResumeEntry> missed) {
        passage.follow(begun);
        replay = missed;
    }

    /** How far the client has got, if it may resume. */
    synchronized @Nullable Progress progress() {
        return passage.progress();
    }

    /** See {@link Passage#fill}. */
    synchronized boolean fill(List<ResumeEntry> entries) {
        return passage.fill(entries);
    }

    /** What waits is not for whoever signs in next. */
    synchronized void signedOut() {
        stranded.addAll(waiting.clear());
        passage.follow(null);
        replay = List.of();
    }

    synchronized void strand(InboxDelivery delivery) {
        stranded.add(delivery);
    }

    /** From here on the inbox has to be kept. */
    synchronized long firstUnprovenOffset() {
        return Math.min(outbound.firstUnprovenOffset(), waiting.firstOffset());
    }

    /** See {@link OutboundQueue#leftovers}. */
    synchronized List<InboxDelivery> leftovers(boolean properly) {
        signedOut();
        var left = new ArrayList<>(outbound.leftovers(properly));
        left.addAll(stranded);
        stranded.clear();
        return left;
    }
}

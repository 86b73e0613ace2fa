package parlance.gateway.connection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.EntryId;
import parlance.kit.resume.ResumeEntry;

/**
 * Deliveries on their way into a connection's queue, each once. While the feed is held they wait
 * for something older that is to be written first. To a client that may resume they go in the order
 * of their numbers.
 */
final class Feed {

    /**
     * @param delivery none for an answer
     * @param entry its number, if it has one
     */
    private record Item(
            String packet,
            @Nullable InboxDelivery delivery,
            @Nullable EntryId entry,
            Runnable written) {}

    /** What became of an item. */
    private enum Passing {
        TAKEN,
        REFUSED,
        GAP_BEFORE
    }

    private final ConnectionId connection;
    private final OutboundQueue outbound;
    private final int limit;
    private final LastPositions given = new LastPositions();
    private final Deque<Item> waiting = new ArrayDeque<>();
    private final List<InboxDelivery> stranded = new ArrayList<>();

    private @Nullable Progress progress;
    private List<ResumeEntry> replay = List.of();
    private long waitingBytes;
    private boolean held;
    private long heldSinceNanos;

    /**
     * @param limit bytes that may wait
     */
    Feed(ConnectionId connection, OutboundQueue outbound, int limit) {
        this.connection = connection;
        this.outbound = outbound;
        this.limit = limit;
    }

    /**
     * @param entry its number, for a user who may resume
     * @return false if this connection will not get it
     */
    synchronized boolean deliver(
            InboxDelivery delivery, @Nullable EntryId entry, Runnable written) {
        return offer(new Item(delivery.packet(), delivery, entry, written));
    }

    /** The answer to a command that delivered the entry to the user's other connections. */
    synchronized boolean answer(String packet, EntryId entry, Runnable written) {
        return offer(new Item(packet, null, entry, written));
    }

    private boolean offer(Item item) {
        if (held) {
            return await(item);
        }
        return switch (pass(item)) {
            case TAKEN -> true;
            case REFUSED -> false;
            case GAP_BEFORE -> await(item);
        };
    }

    private boolean await(Item item) {
        var size = item.packet().length();
        if (waitingBytes > 0 && waitingBytes + size > limit) {
            return false;
        }
        waitingBytes += size;
        waiting.add(item);
        return true;
    }

    private Passing pass(Item item) {
        var delivery = item.delivery();
        if (delivery != null && given.includes(delivery.position())) {
            passAgain(delivery, item.entry());
            return Passing.TAKEN;
        }
        var entry = item.entry();
        if (progress == null || entry == null) {
            return write(item, item.packet());
        }
        return switch (progress.placeOf(entry)) {
            case NEXT -> {
                progress.advance(entry);
                yield write(item, progress.stamp(item.packet()));
            }
            case LATER -> {
                hold();
                progress.askForMissing();
                yield Passing.GAP_BEFORE;
            }
            case BEFORE_START, KNOWN_TO_CLIENT, PAST -> passOld(item, progress.placeOf(entry));
        };
    }

    /** With a number it may have been written from the stream, where nobody hands it back. */
    private void passAgain(InboxDelivery delivery, @Nullable EntryId entry) {
        if (progress != null && entry != null) {
            outbound.keepUntilProven(delivery);
            if (progress.placeOf(entry) == Progress.Place.NEXT) {
                progress.advance(entry);
            }
        }
    }

    private Passing passOld(Item item, Progress.Place place) {
        if (item.delivery() == null || place == Progress.Place.BEFORE_START) {
            return write(item, item.packet());
        }
        // Past, and yet never given: the numbers have been lost and given again.
        return place == Progress.Place.PAST ? Passing.REFUSED : Passing.TAKEN;
    }

    private Passing write(Item item, String packet) {
        if (!outbound.offer(packet, item.delivery(), item.written())) {
            return Passing.REFUSED;
        }
        if (item.delivery() != null) {
            given.add(item.delivery().position());
        }
        return Passing.TAKEN;
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
        if (!fill(replay)) {
            return false;
        }
        replay = List.of();
        while (!waiting.isEmpty() && !held) {
            switch (pass(waiting.element())) {
                case TAKEN -> waitingBytes -= waiting.remove().packet().length();
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
        progress = begun;
        replay = missed;
    }

    /** How far the client has got, if it may resume. */
    synchronized @Nullable Progress progress() {
        return progress;
    }

    /**
     * Writes what the stream has after the last entry given.
     *
     * @return false if there is no room for it
     */
    synchronized boolean fill(List<ResumeEntry> entries) {
        for (var entry : entries) {
            if (progress != null && progress.placeOf(entry.id()) == Progress.Place.NEXT) {
                progress.advance(entry.id());
                if (!isKnown(entry) && !writeFromStream(entry)) {
                    return false;
                }
                given.add(entry.position());
            }
        }
        return true;
    }

    private boolean isKnown(ResumeEntry entry) {
        return connection.equals(entry.except()) || given.includes(entry.position());
    }

    private boolean writeFromStream(ResumeEntry entry) {
        var packet = Objects.requireNonNull(progress).stamp(entry.packet());
        return outbound.offer(packet, null, () -> {});
    }

    /** What waits is not for whoever signs in next. */
    synchronized void signedOut() {
        waiting.forEach(item -> strand(item.delivery()));
        waiting.clear();
        waitingBytes = 0;
        progress = null;
        replay = List.of();
    }

    synchronized void strand(@Nullable InboxDelivery delivery) {
        if (delivery != null) {
            stranded.add(delivery);
        }
    }

    /** From here on the inbox has to be kept. */
    synchronized long firstUnprovenOffset() {
        var first = outbound.firstUnprovenOffset();
        for (var item : waiting) {
            if (item.delivery() != null) {
                return Math.min(first, item.delivery().offset());
            }
        }
        return first;
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

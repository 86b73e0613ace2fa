package parlance.gateway.connection;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.EntryId;
import parlance.kit.resume.ResumeEntry;

/**
 * What leads into a connection's queue: no delivery passes twice, and to a client that may resume
 * packets pass in the order of their numbers. For one thread at a time.
 */
final class Passage {

    /** What became of an item. */
    enum Passing {
        TAKEN,
        REFUSED,
        /** Something stands before it in the user's stream: bring that first. */
        GAP_BEFORE
    }

    private final ConnectionId connection;
    private final OutboundQueue outbound;
    private final LastPositions given = new LastPositions();

    private @Nullable Progress progress;

    Passage(ConnectionId connection, OutboundQueue outbound) {
        this.connection = connection;
        this.outbound = outbound;
    }

    /** From now on what has a number goes in their order; without progress, as it comes. */
    void follow(@Nullable Progress begun) {
        progress = begun;
    }

    @Nullable Progress progress() {
        return progress;
    }

    Passing pass(FeedItem item) {
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
            case LATER -> Passing.GAP_BEFORE;
            case BEFORE_START -> write(item, item.packet());
            case KNOWN_TO_CLIENT -> passOld(item, Passing.TAKEN);
            // Past, and yet never given: the numbers have been lost and given again.
            case PAST -> passOld(item, Passing.REFUSED);
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

    /** An answer is waited for, whatever its number. */
    private Passing passOld(FeedItem item, Passing ofDelivery) {
        return item.delivery() == null ? write(item, item.packet()) : ofDelivery;
    }

    private Passing write(FeedItem item, String packet) {
        if (!outbound.offer(packet, item.delivery(), item.written())) {
            return Passing.REFUSED;
        }
        if (item.delivery() != null) {
            given.add(item.delivery().position());
        }
        return Passing.TAKEN;
    }

    /**
     * Writes what the stream has after the last entry given.
     *
     * @return false if there is no room for it
     */
    boolean fill(List<ResumeEntry> entries) {
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
}

package parlance.gateway.connection;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.StreamEntryId;
import parlance.kit.resume.ResumeEntry;

/**
 * What leads into a connection's queue: no delivery passes twice, and to a client that may resume
 * packets pass in the order of their numbers. For one thread at a time.
 */
final class DeliverySequencer {

    /** What became of a packet. */
    enum Passing {
        TAKEN,
        REFUSED,
        /** Something stands before it in the user's stream: bring that first. */
        GAP_BEFORE
    }

    private final ConnectionId connection;
    private final OutboundQueue outbound;
    private final DeliveredPositions delivered = new DeliveredPositions();

    private @Nullable ResumePosition position;

    DeliverySequencer(ConnectionId connection, OutboundQueue outbound) {
        this.connection = connection;
        this.outbound = outbound;
    }

    /** From now on what has a number goes in their order; without a position, as it comes. */
    void follow(@Nullable ResumePosition begun) {
        position = begun;
    }

    @Nullable ResumePosition position() {
        return position;
    }

    Passing pass(OutboundPacket next) {
        var delivery = next.delivery();
        if (delivery != null && delivered.includes(delivery.position())) {
            passAgain(delivery, next.entry());
            return Passing.TAKEN;
        }
        var entry = next.entry();
        if (position == null || entry == null) {
            return write(next, next.packet());
        }
        return switch (position.placeOf(entry)) {
            case NEXT -> {
                position.advance(entry);
                yield write(next, position.stamp(next.packet()));
            }
            case LATER -> Passing.GAP_BEFORE;
            case BEFORE_START -> write(next, next.packet());
            case KNOWN_TO_CLIENT -> passOld(next, Passing.TAKEN);
            // Past, and yet never given: the numbers have been lost and given again.
            case PAST -> passOld(next, Passing.REFUSED);
        };
    }

    /** With a number it may have been written from the stream, where nobody hands it back. */
    private void passAgain(InboxDelivery delivery, @Nullable StreamEntryId entry) {
        if (position != null && entry != null) {
            outbound.keepUntilAcknowledged(delivery);
            if (position.placeOf(entry) == ResumePosition.Place.NEXT) {
                position.advance(entry);
            }
        }
    }

    /** An answer is waited for, whatever its number. */
    private Passing passOld(OutboundPacket next, Passing ofDelivery) {
        return next.delivery() == null ? write(next, next.packet()) : ofDelivery;
    }

    private Passing write(OutboundPacket next, String packet) {
        if (!outbound.offer(packet, next.delivery(), next.written())) {
            return Passing.REFUSED;
        }
        if (next.delivery() != null) {
            delivered.add(next.delivery().position());
        }
        return Passing.TAKEN;
    }

    /**
     * Writes what the stream has after the last entry delivered.
     *
     * @return false if there is no room for it
     */
    boolean fill(List<ResumeEntry> entries) {
        for (var entry : entries) {
            if (position != null && position.placeOf(entry.id()) == ResumePosition.Place.NEXT) {
                position.advance(entry.id());
                if (!isKnown(entry) && !writeFromStream(entry)) {
                    return false;
                }
                delivered.add(entry.position());
            }
        }
        return true;
    }

    private boolean isKnown(ResumeEntry entry) {
        return connection.equals(entry.except()) || delivered.includes(entry.position());
    }

    private boolean writeFromStream(ResumeEntry entry) {
        var packet = Objects.requireNonNull(position).stamp(entry.packet());
        return outbound.offer(packet, null, () -> {});
    }
}

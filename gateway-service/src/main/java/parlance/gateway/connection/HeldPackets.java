package parlance.gateway.connection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Packets that wait for something older, in order, and bounded. For one thread at a time. */
final class HeldPackets {

    private final Deque<OutboundPacket> packets = new ArrayDeque<>();
    private final int limit;

    private long bytes;

    /**
     * @param limit bytes that may wait
     */
    HeldPackets(int limit) {
        this.limit = limit;
    }

    /**
     * An empty one takes a packet of any size.
     *
     * @return false if there is no room
     */
    boolean add(OutboundPacket packet) {
        var size = packet.packet().length();
        if (bytes > 0 && bytes + size > limit) {
            return false;
        }
        bytes += size;
        return packets.add(packet);
    }

    @Nullable OutboundPacket first() {
        return packets.peek();
    }

    void removeFirst() {
        bytes -= packets.remove().packet().length();
    }

    /** Empties it; what was delivered here will not be written. */
    List<InboxDelivery> clear() {
        var left = deliveries().toList();
        packets.clear();
        bytes = 0;
        return left;
    }

    /** From here on the inbox has to be kept; {@link Long#MAX_VALUE} if nothing waits. */
    long firstOffset() {
        return deliveries().mapToLong(InboxDelivery::offset).findFirst().orElse(Long.MAX_VALUE);
    }

    private Stream<InboxDelivery> deliveries() {
        return packets.stream().map(OutboundPacket::delivery).filter(Objects::nonNull);
    }
}

package parlance.gateway.connection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.StreamEntryId;
import parlance.gateway.connection.DeliverySequencer.Passing;
import parlance.kit.resume.Cursor;
import parlance.kit.resume.ResumeEntry;

/**
 * What a connection is sent. Replies go out as they come; each delivery goes out once, in order,
 * and waits while the {@link DeliveryState} says so. A client that does not read is disconnected.
 */
public final class OutboundChannel {

    private static final Runnable UNMEASURED = () -> {};

    private final Socket socket;
    private final OutboundQueue queue;
    private final DeliverySequencer sequencer;
    private final HeldPackets held;
    private final Runnable overflow;
    private final List<InboxDelivery> undeliverable = new ArrayList<>();

    private DeliveryState state = DeliveryState.LIVE;

    /**
     * @param limit bytes that may wait for a slow reader, and as many that may be held
     * @param overflow told when there is no room for a packet
     */
    OutboundChannel(ConnectionId connection, Socket socket, int limit, Runnable overflow) {
        this.socket = socket;
        this.queue = new OutboundQueue(socket, limit);
        this.sequencer = new DeliverySequencer(connection, queue);
        this.held = new HeldPackets(limit);
        this.overflow = overflow;
    }

    /** Writes a packet that is no delivery. */
    public void send(String packet) {
        reply(packet, null, UNMEASURED);
    }

    /**
     * Writes a reply.
     *
     * @param entry the number of the packet that the command delivered to the user's other
     *     connections, if it has one: with the reply, this connection has it too
     * @param written told when the socket has it
     */
    public void reply(String packet, @Nullable StreamEntryId entry, Runnable written) {
        refuseUnless(
                entry == null
                        ? queue.offer(packet, null, written)
                        : offer(new OutboundPacket(packet, null, entry, written)));
    }

    /**
     * Writes a packet that may be dropped.
     *
     * @return false if it was, because the client lags behind
     */
    public boolean sendEphemeral(String packet) {
        return queue.hasRoomToSpare() && queue.offer(packet, null, UNMEASURED);
    }

    /**
     * Writes a delivery, unless it has been written before, or holds it. For the inbox's thread.
     *
     * @param entry the packet's number, for a user who may resume
     * @param written told when the socket has it
     * @return false if this connection will not get it
     */
    public boolean deliver(
            InboxDelivery delivery, @Nullable StreamEntryId entry, Runnable written) {
        return refuseUnless(offer(new OutboundPacket(delivery.packet(), delivery, entry, written)));
    }

    /** Has deliveries wait for what is older, until {@link #release}. */
    public synchronized void hold() {
        state = state.heldFrom(System.nanoTime());
    }

    /** Writes what is older than all deliveries that are held. */
    public void sendMissed(InboxDelivery missed) {
        refuseUnless(queue.offer(missed.packet(), missed, UNMEASURED));
    }

    /** Hands back a delivery in the end that came too late to be written here. */
    public synchronized void keepForFallback(InboxDelivery delivery) {
        undeliverable.add(delivery);
    }

    /**
     * From now on packets with numbers go in their order.
     *
     * @param missed what is written first when the channel is released
     */
    public synchronized void resumeFrom(ResumePosition position, List<ResumeEntry> missed) {
        sequencer.follow(position);
        state = state.resuming(missed);
    }

    /** How far the client has got, if it may resume. */
    public synchronized Optional<Cursor> cursor() {
        return Optional.ofNullable(sequencer.position()).map(ResumePosition::cursor);
    }

    /** Writes what the stream has after that, and then what is held. */
    public void fill(List<ResumeEntry> entries) {
        refuseUnless(fillAndRelease(entries));
    }

    /** Writes what is held, if anything is. */
    public void release() {
        refuseUnless(fillAndRelease(List.of()));
    }

    /** What was to be written first has not come: deliveries wait no longer than this. */
    public void releaseIfHeldFor(Duration time) {
        if (isHeldFor(time)) {
            release();
        }
    }

    synchronized boolean isHeldFor(Duration time) {
        return state.isHeldFor(time);
    }

    private synchronized boolean offer(OutboundPacket packet) {
        return switch (state) {
            case DeliveryState.Live _ ->
                    switch (pass(packet)) {
                        case TAKEN -> true;
                        case REFUSED -> false;
                        case GAP_BEFORE -> held.add(packet);
                    };
            case DeliveryState.Held _, DeliveryState.Resuming _ -> held.add(packet);
        };
    }

    private Passing pass(OutboundPacket packet) {
        var passing = sequencer.pass(packet);
        if (passing == Passing.GAP_BEFORE) {
            state = new DeliveryState.Resuming(System.nanoTime(), List.of());
            Objects.requireNonNull(sequencer.position()).askForMissing();
        }
        return passing;
    }

    private synchronized boolean fillAndRelease(List<ResumeEntry> entries) {
        var before = state;
        state = DeliveryState.LIVE;
        return sequencer.fill(entries) && sequencer.fill(before.missed()) && writeHeld();
    }

    /** Up to the next gap. */
    private boolean writeHeld() {
        for (var packet = held.first();
                packet != null && state instanceof DeliveryState.Live;
                packet = held.first()) {
            switch (pass(packet)) {
                case TAKEN -> held.removeFirst();
                case REFUSED -> {
                    return false;
                }
                case GAP_BEFORE -> {}
            }
        }
        return true;
    }

    private boolean refuseUnless(boolean taken) {
        if (!taken) {
            overflow.run();
        }
        return taken;
    }

    /** What is held is not for the user who signs in next. */
    synchronized void userLeft() {
        undeliverable.addAll(held.clear());
        sequencer.follow(null);
        state = state.resuming(List.of());
    }

    /** From here on the inbox has to be kept; {@link Long#MAX_VALUE} if everything arrived. */
    public synchronized long firstUnacknowledgedOffset() {
        return Math.min(queue.firstUnacknowledgedOffset(), held.firstOffset());
    }

    /** Asks the client for a pong, which acknowledges what was written before. */
    public void ping() {
        socket.ping(queue.lastQueued());
    }

    /** What was written before the ping with this number has arrived. */
    void acknowledge(long number) {
        queue.acknowledge(number);
    }

    /** Takes nothing more. */
    void close() {
        queue.close();
    }

    /**
     * Deliveries that may not have arrived; to be asked once, in the end.
     *
     * @param clean the client closed the socket itself, so that what was written counts as read
     */
    synchronized List<InboxDelivery> leftovers(boolean clean) {
        userLeft();
        var left = new ArrayList<>(queue.leftovers(clean));
        left.addAll(undeliverable);
        undeliverable.clear();
        return left;
    }
}

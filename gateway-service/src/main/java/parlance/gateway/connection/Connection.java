package parlance.gateway.connection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ConnectionId;
import parlance.contracts.Dialect;
import parlance.contracts.EntryId;
import parlance.contracts.UserId;
import parlance.kit.resume.Cursor;
import parlance.kit.resume.ResumeEntry;

/** One socket of one client. */
public final class Connection {

    private final ConnectionId id;
    private final Dialect dialect;
    private final String clientAddress;
    private final Socket socket;
    private final OutboundQueue outbound;
    private final Feed feed;
    private final Consumer<Connection> farewell;

    private final Vitals vitals = new Vitals();
    private final PendingReplies pending = new PendingReplies();
    private final ReentrantLock sessionLock = new ReentrantLock();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();

    private volatile @Nullable Caller caller;
    private volatile @Nullable CloseReason closeReason;
    private volatile boolean inactive;
    private volatile boolean resumable;

    /**
     * @param outboundLimit bytes that may wait for a slow reader
     * @param farewell told once, when the connection takes and gives nothing more
     */
    public Connection(
            ConnectionId id,
            Dialect dialect,
            String clientAddress,
            Socket socket,
            int outboundLimit,
            Consumer<Connection> farewell) {
        this.id = id;
        this.dialect = dialect;
        this.clientAddress = clientAddress;
        this.socket = socket;
        this.outbound = new OutboundQueue(socket, outboundLimit);
        this.feed = new Feed(id, outbound, outboundLimit);
        this.farewell = farewell;
    }

    public ConnectionId id() {
        return id;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The client's IP address. */
    public String clientAddress() {
        return clientAddress;
    }

    public Vitals vitals() {
        return vitals;
    }

    public PendingReplies pending() {
        return pending;
    }

    // The session.

    /** Who is signed in here; nobody, at first. */
    public @Nullable Caller caller() {
        return caller;
    }

    public boolean belongsTo(UserId user) {
        var current = caller;
        return current != null && current.userId().equals(user);
    }

    public void signIn(Caller signedIn) {
        caller = signedIn;
        inactive = false;
        vitals.sessionChanged();
    }

    public void signOut() {
        caller = null;
        feed.signedOut();
        vitals.sessionChanged();
    }

    /** Whether the client runs in the background, so that its user is pushed to as well. */
    public boolean isInactive() {
        return inactive;
    }

    public void setInactive(boolean inBackground) {
        inactive = inBackground;
    }

    /** Whether the client wants to go on from here when the connection breaks. */
    public boolean isResumable() {
        return resumable;
    }

    /** Before the connection is registered, which tells it to everybody. */
    public void setResumable(boolean wanted) {
        resumable = wanted;
    }

    /**
     * Held while the session changes, here and in the registry: the two must not be seen to differ
     * by another change.
     */
    public ReentrantLock sessionLock() {
        return sessionLock;
    }

    // Writing.

    /** Writes an answer. A client that does not read is sent away. */
    public void send(String packet) {
        send(packet, () -> {});
    }

    /**
     * @param written told when the socket has it
     */
    public void send(String packet, Runnable written) {
        closeUnless(outbound.offer(packet, null, written));
    }

    /**
     * Writes the answer to a command whose packet, with this number, only the user's other
     * connections get.
     */
    public void send(String packet, EntryId entry, Runnable written) {
        closeUnless(feed.answer(packet, entry, written));
    }

    /**
     * Writes what may be dropped.
     *
     * @return false if it was, because the client lags behind
     */
    public boolean sendLight(String packet) {
        return outbound.hasRoomToSpare() && outbound.offer(packet, null, () -> {});
    }

    /**
     * Writes a delivery, unless it has been written before, or has it wait while the connection is
     * held. For the inbox's thread only.
     *
     * @param entry the packet's number, for a user who may resume
     * @param written told when the socket has it
     * @return false if this connection will not get it
     */
    public boolean deliver(InboxDelivery delivery, @Nullable EntryId entry, Runnable written) {
        return closeUnless(feed.deliver(delivery, entry, written));
    }

    /** Has deliveries wait for what is older, until {@link #release}. */
    public void hold() {
        feed.hold();
    }

    /** Writes what is older than all deliveries that wait. */
    public void sendMissed(InboxDelivery missed) {
        closeUnless(outbound.offer(missed.packet(), missed, () -> {}));
    }

    /** For what came too late to be written here. */
    public void keepForHandBack(InboxDelivery delivery) {
        feed.strand(delivery);
    }

    /**
     * From now on packets with numbers go in their order.
     *
     * @param missed what is written first when the connection is released
     */
    public void follow(Progress progress, List<ResumeEntry> missed) {
        feed.follow(progress, missed);
    }

    /** How far the client has got, if it may resume. */
    public Optional<Cursor> cursor() {
        return Optional.ofNullable(feed.progress()).map(Progress::cursor);
    }

    /** Writes what the stream has after that, and then what has waited for it. */
    public void fill(List<ResumeEntry> entries) {
        closeUnless(feed.fill(entries) && feed.release());
    }

    /** Writes what has waited, if anything has. */
    public void release() {
        closeUnless(feed.release());
    }

    /** What was to be written first has not come: live packets wait no longer than this. */
    public void releaseIfHeldFor(Duration time) {
        if (feed.isHeldFor(time)) {
            release();
        }
    }

    private boolean closeUnless(boolean taken) {
        if (!taken) {
            close(CloseReason.SLOW_READER);
        }
        return taken;
    }

    /** From here on the inbox has to be kept; {@link Long#MAX_VALUE} if everything arrived. */
    public long firstUnprovenOffset() {
        return feed.firstUnprovenOffset();
    }

    // Signs of life.

    /** Asks for one. */
    public void ping() {
        socket.ping(outbound.lastQueued());
    }

    public void heard() {
        vitals.heard();
    }

    /** What was written before the ping with this number has arrived. */
    public void pong(long number) {
        vitals.heard();
        outbound.proven(number);
    }

    // The end.

    /** Why we closed it; nothing if the client, or the network, was first. */
    public Optional<CloseReason> closeReason() {
        return Optional.ofNullable(closeReason);
    }

    public boolean isOpen() {
        return !closing.get();
    }

    /** Takes and gives nothing more from now on; the client is told why. */
    public void close(CloseReason reason) {
        if (closing.compareAndSet(false, true)) {
            closeReason = reason;
            outbound.close();
            socket.close(reason);
            farewell.accept(this);
        }
    }

    /**
     * The socket is gone.
     *
     * @param properly with a close frame from the client
     */
    public void ended(boolean properly) {
        end.complete(properly);
        if (closing.compareAndSet(false, true)) {
            outbound.close();
            farewell.accept(this);
        }
    }

    /**
     * Waits for the client's goodbye.
     *
     * @return deliveries that may not have arrived
     */
    public List<InboxDelivery> awaitEnd(Duration patience) throws InterruptedException {
        try {
            return feed.leftovers(end.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return feed.leftovers(false);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

package parlance.gateway.connection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.ProtocolDialect;

/** One socket of one client: who is signed in, what it is sent, and how it ends. */
public final class Connection {

    private final ConnectionId id;
    private final ProtocolDialect dialect;
    private final String clientAddress;
    private final Socket socket;
    private final OutboundChannel outbound;
    private final ConnectionSession session;
    private final Consumer<Connection> onClose;

    private final ConnectionActivity activity = new ConnectionActivity();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();

    private volatile @Nullable CloseReason closeReason;

    /**
     * @param outboundLimit bytes that may wait for a slow reader
     * @param onClose told once, when the connection takes and gives nothing more
     */
    public Connection(
            ConnectionId id,
            ProtocolDialect dialect,
            String clientAddress,
            Socket socket,
            int outboundLimit,
            Consumer<Connection> onClose) {
        this.id = id;
        this.dialect = dialect;
        this.clientAddress = clientAddress;
        this.socket = socket;
        this.outbound =
                new OutboundChannel(
                        id, socket, outboundLimit, () -> close(CloseReason.SLOW_READER));
        this.session = new ConnectionSession(outbound);
        this.onClose = onClose;
    }

    public ConnectionId id() {
        return id;
    }

    public ProtocolDialect dialect() {
        return dialect;
    }

    /** The client's IP address. */
    public String clientAddress() {
        return clientAddress;
    }

    public ConnectionSession session() {
        return session;
    }

    public OutboundChannel outbound() {
        return outbound;
    }

    public ConnectionActivity activity() {
        return activity;
    }

    /** What was written before the ping with this number has arrived. */
    public void pong(long number) {
        activity.pong();
        outbound.acknowledge(number);
    }

    /** Why the gateway closed it; nothing if the client, or the network, was first. */
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
            onClose.accept(this);
        }
    }

    /**
     * The socket is gone.
     *
     * @param clean with a close frame from the client
     */
    public void socketClosed(boolean clean) {
        end.complete(clean);
        if (closing.compareAndSet(false, true)) {
            outbound.close();
            onClose.accept(this);
        }
    }

    /**
     * Waits until the socket is gone.
     *
     * @return deliveries that may not have arrived
     */
    public List<InboxDelivery> awaitEnd(Duration patience) throws InterruptedException {
        try {
            return outbound.leftovers(end.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return outbound.leftovers(false);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

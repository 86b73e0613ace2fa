package parlance.gateway.connection;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.UserId;

/** Who is signed in on a connection, and what its client has said of itself. */
public final class ConnectionSession {

    private final OutboundChannel outbound;
    private final ReentrantLock lock = new ReentrantLock();

    private volatile @Nullable Caller caller;
    private volatile boolean inactive;
    private volatile boolean resumable;
    private volatile long changedNanos = System.nanoTime();

    ConnectionSession(OutboundChannel outbound) {
        this.outbound = outbound;
    }

    /**
     * Held while the session changes, here and in the registry: the two must not be seen to differ
     * by another change.
     */
    public ReentrantLock lock() {
        return lock;
    }

    /** Who is signed in; nobody, at first. */
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
        changedNanos = System.nanoTime();
    }

    /** Deliveries that are held for the user are handed back in the end. */
    public void signOut() {
        caller = null;
        outbound.userLeft();
        changedNanos = System.nanoTime();
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

    /** To be set before the connection is registered, which tells it to the services. */
    public void setResumable(boolean wanted) {
        resumable = wanted;
    }

    /** Whether it is that long that this user, or nobody, is signed in. */
    public boolean isOlderThan(Duration time) {
        return System.nanoTime() - changedNanos >= time.toNanos();
    }
}

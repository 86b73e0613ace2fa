package parlance.gateway.registry;

import java.time.Duration;
import parlance.contracts.InboxAddress;

/**
 * The right to read one partition of the inbox. It holds as long as Redis would refuse it to
 * others; that is proven by a monotonic clock only, for after a pause nothing else can be trusted.
 */
public final class InboxLease {

    private final InboxAddress address;
    private final Duration duration;

    private volatile long provenUntilNanos;
    private volatile long renewAtNanos;

    /**
     * @param askedNanos of {@link System#nanoTime()}, before Redis was asked
     */
    public InboxLease(InboxAddress address, Duration duration, long askedNanos) {
        this.address = address;
        this.duration = duration;
        prove(askedNanos);
    }

    public InboxAddress address() {
        return address;
    }

    public Duration duration() {
        return duration;
    }

    public boolean isProven() {
        return System.nanoTime() - provenUntilNanos < 0;
    }

    /** Often enough that two renewals may fail. */
    public boolean isDueForRenewal() {
        return System.nanoTime() - renewAtNanos >= 0;
    }

    /** Redis was asked at that time, and gave it again. */
    void prove(long askedNanos) {
        provenUntilNanos = askedNanos + duration.toNanos();
        renewAtNanos = askedNanos + duration.toNanos() / 3;
    }
}

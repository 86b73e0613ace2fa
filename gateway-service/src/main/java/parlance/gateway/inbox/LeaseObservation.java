package parlance.gateway.inbox;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Since when the leases have been looked at without a break. Redis may have been away, or this
 * process asleep, and then leases have lapsed whose holders live, and renew them in a moment.
 * Whoever lets a lease lapse in plain sight had all of it to renew it in.
 */
final class LeaseObservation {

    private static final long NEVER = Long.MIN_VALUE;

    private final Duration lease;
    private final LongSupplier nanoTime;

    private long unbrokenSince;
    private long lastLook = NEVER;

    LeaseObservation(Duration lease, LongSupplier nanoTime) {
        this.lease = lease;
        this.nanoTime = nanoTime;
    }

    /** A look was answered. Later than holders renew, it is the first after a break. */
    void looked() {
        var now = nanoTime.getAsLong();
        if (lastLook == NEVER || now - lastLook > lease.dividedBy(3).toNanos()) {
            unbrokenSince = now;
        }
        lastLook = now;
    }

    /** Whether it lasts as long as a lease. */
    boolean isClear() {
        return lastLook != NEVER && lastLook - unbrokenSince >= lease.toNanos();
    }
}

package parlance.gateway.connection;

import java.time.Duration;

/** So much a second in the long run, twice as much at once. For one thread at a time. */
public final class TokenBucket {

    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final int perSecond;
    private double tokens;
    private long filledNanos;
    private long refusedInARow;

    public TokenBucket(int perSecond, long nowNanos) {
        this.perSecond = perSecond;
        this.tokens = 2.0 * perSecond;
        this.filledNanos = nowNanos;
    }

    /** See {@link #take(int, long)}, of one. */
    public boolean take(long nowNanos) {
        return take(1, nowNanos);
    }

    /**
     * Whether that much more is allowed; it is counted then.
     *
     * @param nowNanos of {@link System#nanoTime()}
     */
    public boolean take(int amount, long nowNanos) {
        var earned = (nowNanos - filledNanos) / NANOS_PER_SECOND * perSecond;
        tokens = Math.min(2.0 * perSecond, tokens + earned);
        filledNanos = nowNanos;
        if (tokens < amount) {
            refusedInARow += amount;
            return false;
        }
        tokens -= amount;
        refusedInARow = 0;
        return true;
    }

    /** How much was refused since the last that was allowed. */
    public long refusedInARow() {
        return refusedInARow;
    }
}

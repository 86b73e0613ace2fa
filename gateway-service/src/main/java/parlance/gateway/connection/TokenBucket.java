package parlance.gateway.connection;

import java.time.Duration;

/** So many packets a second in the long run, twice as many at once. For one thread at a time. */
public final class TokenBucket {

    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final int perSecond;
    private double tokens;
    private long filledNanos;
    private int refusedInARow;

    public TokenBucket(int perSecond, long nowNanos) {
        this.perSecond = perSecond;
        this.tokens = 2.0 * perSecond;
        this.filledNanos = nowNanos;
    }

    /**
     * Whether one more packet is allowed; it is counted then.
     *
     * @param nowNanos of {@link System#nanoTime()}
     */
    public boolean take(long nowNanos) {
        var earned = (nowNanos - filledNanos) / NANOS_PER_SECOND * perSecond;
        tokens = Math.min(2.0 * perSecond, tokens + earned);
        filledNanos = nowNanos;
        if (tokens < 1) {
            refusedInARow++;
            return false;
        }
        tokens--;
        refusedInARow = 0;
        return true;
    }

    public int refusedInARow() {
        return refusedInARow;
    }
}

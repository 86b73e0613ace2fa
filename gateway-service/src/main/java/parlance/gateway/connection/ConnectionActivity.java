package parlance.gateway.connection;

import java.time.Duration;

/** When what was last seen of a connection, by {@link System#nanoTime()}. */
public final class ConnectionActivity {

    private final long openedNanos = System.nanoTime();

    private volatile long touchedNanos = openedNanos;
    private volatile long pingedNanos = openedNanos;
    private volatile long probedNanos = openedNanos;

    /** When the oldest ping was sent whose pong has not come; 0 for none. */
    private volatile long owedSinceNanos;

    /** The client is alive. */
    public void touch() {
        touchedNanos = System.nanoTime();
    }

    public boolean isOlderThan(Duration age) {
        return isOver(openedNanos, age);
    }

    public boolean isSilentFor(Duration time) {
        return isOver(touchedNanos, time);
    }

    /** Whether a ping is due; then it counts as sent. */
    public boolean takePingDue(Duration interval) {
        if (!isOver(pingedNanos, interval)) {
            return false;
        }
        pingedNanos = System.nanoTime();
        if (owedSinceNanos == 0) {
            owedSinceNanos = pingedNanos;
        }
        return true;
    }

    /** The client has read up to a ping. */
    void pong() {
        touch();
        owedSinceNanos = 0;
    }

    /** Whether a pong is owed for that long: other frames do not show that the client reads. */
    public boolean owesPongFor(Duration time) {
        var since = owedSinceNanos;
        return since != 0 && isOver(since, time);
    }

    /** The same for a ping in JSON. */
    public boolean takeProbeDue(Duration interval) {
        if (!isOver(probedNanos, interval)) {
            return false;
        }
        probedNanos = System.nanoTime();
        return true;
    }

    private static boolean isOver(long sinceNanos, Duration time) {
        return System.nanoTime() - sinceNanos >= time.toNanos();
    }
}

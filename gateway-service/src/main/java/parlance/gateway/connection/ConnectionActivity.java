package parlance.gateway.connection;

import java.time.Duration;

/** When what was last seen of a connection, by {@link System#nanoTime()}. */
public final class ConnectionActivity {

    private final long openedNanos = System.nanoTime();

    private volatile long touchedNanos = openedNanos;
    private volatile long pingedNanos = openedNanos;
    private volatile long probedNanos = openedNanos;

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
        return true;
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

package parlance.kit.loop;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits a little longer each time, and never exactly as long as the others do. */
public final class BackOff {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private Duration next = FIRST;

    public void sleep() throws InterruptedException {
        var jitter = ThreadLocalRandom.current().nextLong(next.toMillis() / 2 + 1);
        Thread.sleep(next.toMillis() / 2 + jitter);
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}

package parlance.testing.waiting;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a test waits for something that should happen. */
public final class Waiting {

    /** Far more than anything takes on an idle machine: a busy one must not fail a test. */
    public static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Duration INTERVAL = Duration.ofMillis(25);

    private Waiting() {}

    /**
     * A wait whose condition is looked at in the thread of the test, at once and then again and
     * again; while it throws, be it an assertion's failure or an exception, it does not hold.
     */
    public static ConditionFactory await() {
        return Awaitility.await()
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(INTERVAL)
                .pollInSameThread()
                .ignoreExceptions();
    }
}

package parlance.push.notification;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a notification waits before its provider is asked again. */
@Singleton
class BackOff {

    private static final int MAX_DOUBLINGS = 20;

    private final NotificationConfig config;
    private final RandomGenerator random = RandomGenerator.getDefault();

    BackOff(NotificationConfig config) {
        this.config = config;
    }

    /** Twice as long each time, and never exactly as long as the others wait. */
    Duration after(int attempts) {
        var doubled = config.firstBackOff().multipliedBy(1L << Math.min(attempts, MAX_DOUBLINGS));
        var longest = config.longestBackOff();
        var wait = (doubled.compareTo(longest) > 0 ? longest : doubled).toMillis();
        return Duration.ofMillis(wait / 2 + random.nextLong(wait / 2 + 1));
    }
}

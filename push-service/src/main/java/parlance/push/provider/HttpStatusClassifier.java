package parlance.push.provider;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What an HTTP answer means, where providers agree. */
final class HttpStatusClassifier {

    static final int NOT_FOUND = 404;
    static final int GONE = 410;
    static final int TOO_MANY = 429;
    private static final int SUCCESS = 2;
    private static final int SERVER_ERROR = 5;
    private static final int REQUEST_TIMEOUT = 408;

    private HttpStatusClassifier() {}

    static boolean isSuccess(int status) {
        return status / 100 == SUCCESS;
    }

    static boolean isPassing(int status) {
        return status / 100 == SERVER_ERROR || status == TOO_MANY || status == REQUEST_TIMEOUT;
    }

    /** In metrics: {@code status_503}. */
    static String reason(int status) {
        return "status_" + status;
    }

    /** Seconds or an HTTP date; null for neither. */
    static @Nullable Duration delay(@Nullable String retryAfter, Clock clock) {
        if (retryAfter == null) {
            return null;
        }
        try {
            return retryAfter.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(retryAfter))
                    : until(
                            ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME),
                            clock);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static Duration until(ZonedDateTime time, Clock clock) {
        var delay = Duration.between(clock.instant(), time.toInstant());
        return delay.isNegative() ? Duration.ZERO : delay;
    }
}

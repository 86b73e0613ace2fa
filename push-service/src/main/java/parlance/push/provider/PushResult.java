package parlance.push.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a notification. */
public sealed interface PushResult {

    /** The provider has taken it. */
    record Delivered() implements PushResult {}

    /** No such device any more: it is not to be pushed to again. */
    record TokenGone() implements PushResult {}

    /** The provider will never take it. */
    record Refused(String reason) implements PushResult {}

    /**
     * The provider did not take it, and may later.
     *
     * @param delay as the provider asks, if it says
     */
    record TryLater(String reason, @Nullable Duration delay) implements PushResult {}

    /** The provider wants less of everything for a while: nothing else is sent to it either. */
    record Throttled(Duration delay) implements PushResult {}

    /**
     * Sent, but no answer came: it may have arrived, so it is not sent again. At most once goes
     * before at least once.
     */
    record Unanswered(String reason) implements PushResult {}
}

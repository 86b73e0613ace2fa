package parlance.sample.careful;

import java.time.Clock;
import java.time.Instant;

/** Breaks nothing. */
public record Careful(Clock clock) {

    public Instant now() {
        return clock.instant();
    }
}

package parlance.user.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.kit.Rejection;

/** Strictly after one time and before another; either may be missing. */
record TimeRange(
        @JsonProperty("gt") @Nullable Instant after, @JsonProperty("lt") @Nullable Instant before) {

    private static final String NOTHING = "\"\"";

    /** Clients write a date, which means "after", or an object with both ends, or an empty text. */
    static TimeRange parse(@Nullable RawJson json) {
        if (json == null || json.text().equals(NOTHING)) {
            return new TimeRange(null, null);
        }
        try {
            return json.text().startsWith("{")
                    ? Json.read(json.text(), TimeRange.class)
                    : new TimeRange(Json.read(json.text(), Instant.class), null);
        } catch (UncheckedIOException notOne) {
            throw Rejection.invalid("\"updated_at\" must be a valid date");
        }
    }

    boolean isEverything() {
        return after == null && before == null;
    }
}

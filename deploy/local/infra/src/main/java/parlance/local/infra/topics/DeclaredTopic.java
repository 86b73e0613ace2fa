package parlance.local.infra.topics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One topic; a compacted one has no retention. */
public record DeclaredTopic(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) int partitions,
        @JsonProperty(required = true) String cleanup,
        @Nullable Duration retention) {

    /** Compacted topics are read whole at each start. */
    private static final Duration COMPACTED = Duration.ofHours(4);

    private static final Duration LONG = Duration.ofDays(1);
    private static final int PARTS = 5;

    /**
     * How long one segment grows: neither retention nor compaction touches the one that is written
     * to, which would grow to a gibibyte, or for a week. None where that week is short.
     */
    public @Nullable Duration segment() {
        if (retention == null) {
            return COMPACTED;
        }
        return retention.compareTo(LONG) > 0 ? null : retention.dividedBy(PARTS);
    }
}

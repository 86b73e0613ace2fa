package parlance.local.infra.topics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One topic; a compacted one has no retention. */
public record DeclaredTopic(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) int partitions,
        @JsonProperty(required = true) String cleanup,
        @Nullable Duration retention) {}

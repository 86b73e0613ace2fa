package parlance.kit.consume;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import parlance.kit.Outcome;
import parlance.kit.Outcome.Reply;

/** How many commands were done, how, and how long after the broker had them. */
@Singleton
final class CommandMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batchSize;
    private final Clock clock;

    CommandMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.batchSize = registry.summary("parlance_command_batch_size");
    }

    void done(List<Incoming> batch) {
        batchSize.record(batch.size());
        var now = clock.instant();
        for (var one : batch) {
            var lag = Duration.between(Instant.ofEpochMilli(one.record.timestamp()), now);
            registry.timer(
                            "parlance_command",
                            "route",
                            one.route.wireName(),
                            "outcome",
                            nameOf(one))
                    .record(lag);
        }
    }

    private static String nameOf(Incoming one) {
        if (one.poison != null) {
            return "dead_letter";
        }
        return switch (one.outcome) {
            case Outcome(Reply.Error _, _, _, _, _, _) -> "rejected";
            case null, default -> "done";
        };
    }
}

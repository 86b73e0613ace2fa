package parlance.kit.command;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parlance.kit.Effect.Reply;

/**
 * The stages of a batch: how long its records waited, how long they were handled, how long it took
 * until Kafka had what follows; and per command, how it ended and how long that took altogether.
 */
@Singleton
public final class CommandMetrics {

    private final MeterRegistry registry;
    private final DistributionSummary batchSize;
    private final Timer handling;
    private final Timer publishing;
    private final Clock clock;

    CommandMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.batchSize = registry.summary("parlance_command_batch_size");
        this.handling = registry.timer("parlance_batch_handling");
        this.publishing = registry.timer("parlance_batch_publishing");
    }

    /** A worker has taken these up. */
    public void taken(List<ConsumerRecord<byte[], byte[]>> batch) {
        batchSize.record(batch.size());
        for (var record : batch) {
            registry.timer("parlance_records_waited", "topic", record.topic())
                    .record(since(record.timestamp()));
        }
    }

    /** The beginning of a stage. */
    public Timer.Sample start() {
        return Timer.start(registry);
    }

    /** Every handler has returned, and what it keeps is stored. */
    public void handled(Timer.Sample since) {
        since.stop(handling);
    }

    /** Recipients are looked up, and Kafka has answers, deliveries and events. */
    public void published(Timer.Sample since) {
        since.stop(publishing);
    }

    void done(List<CommandContext> batch) {
        for (var one : batch) {
            registry.timer(
                            "parlance_command",
                            "route",
                            one.route.wireName(),
                            "outcome",
                            nameOf(one))
                    .record(since(one.record.timestamp()));
        }
    }

    /** The broker's clock and ours may differ a little. */
    private Duration since(long epochMillis) {
        return Duration.ofMillis(Math.max(0, clock.millis() - epochMillis));
    }

    private static String nameOf(CommandContext one) {
        if (one.poison != null) {
            return "dead_letter";
        }
        var result = one.result;
        return result != null && result.reply() instanceof Reply.Error ? "rejected" : "done";
    }
}

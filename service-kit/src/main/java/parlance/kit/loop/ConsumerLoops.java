package parlance.kit.loop;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;

/** Starts and stops all that this service consumes. */
@Singleton
public final class ConsumerLoops {

    /** Says what there is to consume, or refuses to start. */
    public interface Source {
        List<ConsumerLoop> loops();
    }

    private final List<Source> sources;
    private final ChannelPartitions channels;

    private volatile List<ConsumerLoop> loops = List.of();

    ConsumerLoops(@All List<Source> sources, ChannelPartitions channels, MeterRegistry metrics) {
        this.sources = sources;
        this.channels = channels;
        metrics.gauge("parlance_partitions_stalled", this, ConsumerLoops::countStalled);
    }

    List<ConsumerLoop> all() {
        return loops;
    }

    private long countStalled() {
        var ofLoops = loops.stream().mapToLong(loop -> loop.stalled().size()).sum();
        return ofLoops + channels.stalled().size();
    }

    /** After everything else that starts: the first record finds indexes and defaults in place. */
    public void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        loops = sources.stream().flatMap(source -> source.loops().stream()).toList();
        loops.forEach(ConsumerLoop::start);
    }

    public void stop(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        loops.forEach(ConsumerLoop::stop);
        loops.forEach(ConsumerLoop::awaitStop);
    }
}

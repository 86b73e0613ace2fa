package parlance.kit.observe;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What holds for every meter: it says which service it is of, and our timers are histograms with
 * the same few buckets, so that they can be added up over replicas.
 */
@Singleton
final class MeterConfig implements MeterFilter {

    private static final double[] BUCKET_NANOS =
            Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000)
                    .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
                    .toArray();

    private final Tag application;

    MeterConfig(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.application = Tag.of("application", service);
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        return id.withTag(application);
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        if (id.getType() != Meter.Type.TIMER || !id.getName().startsWith("parlance_")) {
            return config;
        }
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(BUCKET_NANOS)
                .build()
                .merge(config);
    }
}

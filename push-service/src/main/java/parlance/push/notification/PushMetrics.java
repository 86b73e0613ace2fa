package parlance.push.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import parlance.push.subscription.Provider;

/** What becomes of notifications. */
@Singleton
class PushMetrics {

    private final MeterRegistry registry;

    PushMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * @param latency since the message was accepted
     */
    void sent(Provider provider, Duration latency) {
        registry.counter("parlance_push_sent", "provider", provider.label()).increment();
        Timer.builder("parlance_push_latency")
                .description(
                        "From the broker's acceptance of a message to the provider's of its push")
                .tag("provider", provider.label())
                .publishPercentileHistogram()
                .register(registry)
                .record(latency);
    }

    /** Not sent, because nobody needs it or nobody could bring it. */
    void skipped(Provider provider, String reason) {
        counter("parlance_push_skipped", provider, reason).increment();
    }

    /** An attempt that came to nothing; whether there is another does not show here. */
    void failed(Provider provider, String reason) {
        counter("parlance_push_failed", provider, reason).increment();
    }

    private Counter counter(String name, Provider provider, String reason) {
        return registry.counter(name, "provider", provider.label(), "reason", reason);
    }
}

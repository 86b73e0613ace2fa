package parlance.presence.typing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import parlance.contracts.UserId;
import parlance.kit.Rejection;
import parlance.kit.limit.RateLimitStore;
import parlance.presence.PresenceConfig;

/**
 * How often users are seen typing. Too often is no error: a client that hears nothing goes on, and
 * its user's next sign is as good as this one.
 */
@Singleton
class TypingAllowance {

    private final RateLimitStore limits;
    private final PresenceConfig.Typing config;
    private final Counter dropped;

    TypingAllowance(RateLimitStore limits, PresenceConfig config, MeterRegistry metrics) {
        this.limits = limits;
        this.config = config.presence().typing();
        this.dropped = metrics.counter("parlance_presence_typing_dropped");
    }

    /** Counts this one. */
    boolean includes(UserId typist) {
        try {
            limits.take("typing", typist.value(), config);
            return true;
        } catch (Rejection tooMany) {
            dropped.increment();
            return false;
        }
    }
}

package parlance.presence.typing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import parlance.contracts.UserId;
import parlance.kit.Rejection;
import parlance.kit.limit.RateLimitStore;
import parlance.presence.PresenceConfig;

/**
 * Limits how many typing notices of a user are sent. A notice above the limit is dropped without an
 * error, because the next notice of the same user replaces it.
 */
@Singleton
class TypingRateLimit {

    private final RateLimitStore limits;
    private final PresenceConfig.Typing config;
    private final Counter dropped;

    TypingRateLimit(RateLimitStore limits, PresenceConfig config, MeterRegistry metrics) {
        this.limits = limits;
        this.config = config.presence().typing();
        this.dropped = metrics.counter("parlance_presence_typing_dropped");
    }

    /** Counts this notice, and tells whether it is within the limit. */
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

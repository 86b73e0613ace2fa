package parlance.kit.loop;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A loop that has ended consumes nothing any more: only a restart helps. */
@Liveness
@Singleton
final class ConsumersLive implements HealthCheck {

    private final ConsumerLoops loops;

    ConsumersLive(ConsumerLoops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("consumers")
                .status(loops.all().stream().allMatch(ConsumerLoop::isAlive))
                .build();
    }
}

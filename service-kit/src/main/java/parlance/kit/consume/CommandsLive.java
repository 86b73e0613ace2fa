package parlance.kit.consume;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A loop that has ended consumes nothing any more: only a restart helps. */
@Liveness
@Singleton
final class CommandsLive implements HealthCheck {

    private final CommandLoops loops;

    CommandsLive(CommandLoops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("commands")
                .status(loops.all().stream().allMatch(CommandLoop::isAlive))
                .build();
    }
}

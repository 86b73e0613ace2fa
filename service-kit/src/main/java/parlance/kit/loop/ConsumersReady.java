package parlance.kit.loop;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the groups have let this replica in, nor while a dependency holds a partition.
 */
@Readiness
@Singleton
public final class ConsumersReady implements HealthCheck {

    private final ConsumerLoops loops;

    ConsumersReady(ConsumerLoops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("consumers");
        var ready = true;
        for (var loop : loops.all()) {
            var stalled = loop.stalled();
            stalled.forEach(partition -> response.withData(partition, "waits"));
            ready &= loop.hasJoined() && stalled.isEmpty();
        }
        return response.status(ready).build();
    }
}

package parlance.gateway.inbox;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import parlance.gateway.registry.CurrentLease;
import parlance.gateway.registry.RegistryLossDetector;

/** Ready once replies and deliveries find the way here. */
@Readiness
@Singleton
final class InboxReady implements HealthCheck {

    private final CurrentLease lease;
    private final RegistryLossDetector registry;

    InboxReady(CurrentLease lease, RegistryLossDetector registry) {
        this.lease = lease;
        this.registry = registry;
    }

    @Override
    public HealthCheckResponse call() {
        var held = lease.find();
        var response = HealthCheckResponse.named("inbox");
        held.ifPresent(it -> response.withData("address", it.address().toString()));
        return response.status(held.isPresent() && registry.isSettled()).build();
    }
}

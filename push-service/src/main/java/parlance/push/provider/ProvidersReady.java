package parlance.push.provider;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import parlance.push.subscription.Provider;

/** Says which providers are set up. Without any, subscriptions work and nothing is sent. */
@Readiness
@Singleton
final class ProvidersReady implements HealthCheck {

    private final PushClients clients;

    ProvidersReady(PushClients clients) {
        this.clients = clients;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("push providers").up();
        for (var provider : Provider.values()) {
            response.withData(
                    provider.label(),
                    clients.isConfigured(provider) ? "configured" : "not configured");
        }
        return response.build();
    }
}

package parlance.message.statistics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.presence.OnlineCount;
import parlance.kit.http.ServiceToken;

/** presence-service, over HTTP. */
@RegisterRestClient(configKey = "presence-service")
@RegisterProvider(ServiceToken.class)
@Path("/internal/online")
interface PresenceClient {

    @GET
    @Path("/count")
    @Timeout(2_000)
    @Retry(maxRetries = 2, delay = 100)
    @CircuitBreaker
    OnlineCount count();
}

package parlance.internalapi.presence;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.internalapi.CallPolicy;
import parlance.internalapi.CallRejected;
import parlance.internalapi.CallRejectedMapper;
import parlance.kit.http.ServiceToken;

/** What presence-service answers to other services. */
@Path("/internal")
@RegisterRestClient(configKey = "presence-service")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(CallRejectedMapper.class)
@Timeout(CallPolicy.TIMEOUT)
@Retry(
        maxRetries = CallPolicy.RETRIES,
        delay = CallPolicy.RETRY_DELAY,
        abortOn = CallRejected.class)
@CircuitBreaker(skipOn = CallRejected.class)
public interface PresenceApi {

    /** See {@link OnlineCount}. */
    @GET
    @Path("/online/count")
    OnlineCount countOnline();
}

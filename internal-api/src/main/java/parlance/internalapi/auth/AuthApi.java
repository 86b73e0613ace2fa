package parlance.internalapi.auth;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.Caller;
import parlance.internalapi.CallPolicy;
import parlance.internalapi.CallRejected;
import parlance.internalapi.CallRejectedMapper;
import parlance.kit.http.ServiceToken;

/** What auth-service answers to other services. */
@Path("/internal")
@RegisterRestClient(configKey = "auth-service")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(CallRejectedMapper.class)
@Timeout(CallPolicy.TIMEOUT)
@Retry(
        maxRetries = CallPolicy.RETRIES,
        delay = CallPolicy.RETRY_DELAY,
        abortOn = CallRejected.class)
@CircuitBreaker(skipOn = CallRejected.class)
public interface AuthApi {

    /**
     * Begins a session for a token of a trusted issuer; see {@link ExternalToken}. It is not
     * repeated, because each call begins a session. It takes longer than other calls: auth-service
     * may have to fetch the issuer's keys and to open an account first.
     */
    @POST
    @Path("/product-tokens")
    @Timeout(8_000)
    @Retry(maxRetries = 0)
    Caller signIn(ExternalToken token);
}

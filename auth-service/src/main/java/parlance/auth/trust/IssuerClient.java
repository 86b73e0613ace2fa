package parlance.auth.trust;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.user.IssuerQuery;
import parlance.contracts.user.TrustedIssuers;
import parlance.kit.http.ServiceToken;

/** user-service, which keeps whom each organization trusts. */
@Path("/internal/issuers")
@RegisterRestClient(configKey = "user-service")
@RegisterProvider(ServiceToken.class)
@Timeout(value = 6, unit = ChronoUnit.SECONDS)
@CircuitBreaker(failOn = ProcessingException.class)
interface IssuerClient {

    @POST
    @Path("/find")
    @Retry(maxRetries = 2, delay = 100, retryOn = ProcessingException.class)
    TrustedIssuers find(IssuerQuery query);
}

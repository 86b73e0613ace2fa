package parlance.gateway.session;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.Caller;
import parlance.contracts.session.ProductToken;
import parlance.kit.http.ServiceToken;

/** auth-service, for tokens that it did not issue itself. */
@Path("/internal/product-tokens")
@RegisterRestClient(configKey = "auth-service")
@RegisterProvider(ServiceToken.class)
@Timeout(value = 8, unit = ChronoUnit.SECONDS)
@CircuitBreaker(failOn = ProcessingException.class)
interface AuthClient {

    @POST
    Caller signIn(ProductToken token);
}

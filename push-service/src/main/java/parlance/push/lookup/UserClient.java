package parlance.push.lookup;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.user.UserQuery;
import parlance.contracts.user.Users;
import parlance.kit.http.ServiceToken;

/** user-service, over HTTP. */
@RegisterRestClient(configKey = "user-service")
@RegisterProvider(ServiceToken.class)
@Path("/internal/users")
interface UserClient {

    @POST
    @Path("/find")
    @Timeout(2_000)
    @Retry(maxRetries = 2, delay = 100)
    @CircuitBreaker
    Users find(UserQuery query);
}

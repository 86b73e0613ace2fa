package parlance.presence.typing;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.user.BlockLists;
import parlance.contracts.user.BlockQuery;
import parlance.kit.http.ServiceToken;

/** user-service's block lists, over HTTP. */
@RegisterRestClient(configKey = "user-service")
@RegisterProvider(ServiceToken.class)
@Path("/internal/blocks")
interface BlockClient {

    @POST
    @Path("/find")
    @Timeout(2_000)
    @Retry(maxRetries = 2, delay = 100)
    @CircuitBreaker
    BlockLists find(BlockQuery query);
}

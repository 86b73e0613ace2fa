package parlance.message.pair;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.conversation.Pair;
import parlance.contracts.conversation.RestoredPair;
import parlance.kit.http.ServiceToken;

/** conversation-service's 1-1s, over HTTP. */
@RegisterRestClient(configKey = "conversation-service")
@RegisterProvider(ServiceToken.class)
@Path("/internal/conversations/{cid}/pair")
interface PairClient {

    @GET
    @Timeout(2_000)
    @Retry(maxRetries = 2, delay = 100)
    @CircuitBreaker
    Pair find(@PathParam("cid") String cid);

    @POST
    @Path("/restore")
    @Timeout(2_000)
    @Retry(maxRetries = 2, delay = 100)
    @CircuitBreaker
    RestoredPair restore(@PathParam("cid") String cid, @QueryParam("by") String author);
}

package parlance.conversation.standing;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.message.ConversationHead;
import parlance.contracts.message.HeadsQuery;
import parlance.kit.http.ServiceToken;

/** message-service, over HTTP. */
@RegisterRestClient(configKey = "message-service")
@RegisterProvider(ServiceToken.class)
@Path("/internal/conversations")
interface MessageClient {

    @POST
    @Path("/heads")
    @Timeout(3_000)
    @Retry(maxRetries = 2, delay = 100)
    @CircuitBreaker
    List<ConversationHead> findHeads(HeadsQuery query);
}

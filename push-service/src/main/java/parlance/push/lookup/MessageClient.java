package parlance.push.lookup;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.message.UnreadMessages;
import parlance.contracts.message.UnreadQuery;
import parlance.kit.http.ServiceToken;

/** message-service, over HTTP. */
@RegisterRestClient(configKey = "message-service")
@RegisterProvider(ServiceToken.class)
@Path("/internal/messages")
interface MessageClient {

    @POST
    @Path("/unread")
    @Timeout(5_000)
    @Retry(maxRetries = 1, delay = 100)
    @CircuitBreaker
    List<UnreadMessages> unread(UnreadQuery query);
}

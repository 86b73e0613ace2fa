package parlance.push.lookup;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import parlance.contracts.conversation.Membership;
import parlance.contracts.conversation.MembershipQuery;
import parlance.kit.directory.Conversation;
import parlance.kit.http.ServiceToken;

/** conversation-service, over HTTP. */
@RegisterRestClient(configKey = "conversation-service")
@RegisterProvider(ServiceToken.class)
@Path("/internal/conversations")
interface ConversationClient {

    /** The conversation, which is in the directory again from now on. */
    @POST
    @Path("/{cid}/directory")
    @Timeout(2_000)
    @Retry(maxRetries = 2, delay = 100, abortOn = NoSuchConversation.class)
    @CircuitBreaker(skipOn = NoSuchConversation.class)
    Conversation refill(@PathParam("cid") String cid);

    @POST
    @Path("/memberships")
    @Timeout(2_000)
    @Retry(maxRetries = 2, delay = 100)
    @CircuitBreaker
    List<Membership> memberships(MembershipQuery query);

    /** An answer, not a failure: it neither opens the circuit nor is asked for again. */
    final class NoSuchConversation extends RuntimeException {}

    @ClientExceptionMapper
    static @Nullable RuntimeException failureOf(Response response) {
        return response.getStatus() == Response.Status.NOT_FOUND.getStatusCode()
                ? new NoSuchConversation()
                : null;
    }
}

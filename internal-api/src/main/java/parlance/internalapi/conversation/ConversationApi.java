package parlance.internalapi.conversation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.ConversationId;
import parlance.internalapi.CallPolicy;
import parlance.internalapi.CallRejected;
import parlance.internalapi.CallRejectedMapper;
import parlance.kit.directory.DirectoryConversation;
import parlance.kit.http.ServiceToken;

/** What conversation-service answers to other services. */
@Path("/internal")
@RegisterRestClient(configKey = "conversation-service")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(CallRejectedMapper.class)
@Timeout(CallPolicy.TIMEOUT)
@Retry(
        maxRetries = CallPolicy.RETRIES,
        delay = CallPolicy.RETRY_DELAY,
        abortOn = CallRejected.class)
@CircuitBreaker(skipOn = CallRejected.class)
public interface ConversationApi {

    /**
     * Writes a conversation into the directory in Redis again and answers what stands there now;
     * 404 if there is no such conversation.
     */
    @POST
    @Path("/conversations/{cid}/directory")
    DirectoryConversation refill(@PathParam("cid") ConversationId id);

    /** See {@link MembershipQuery}. */
    @POST
    @Path("/conversations/memberships")
    List<Membership> findMemberships(MembershipQuery query);

    /** See {@link CandidatesQuery}. */
    @POST
    @Path("/conversations/candidates")
    @Timeout(3_000)
    List<Candidate> findCandidates(CandidatesQuery query);

    /** See {@link ShownQuery}. */
    @POST
    @Path("/conversations/shown")
    @Timeout(3_000)
    List<ShownConversation> findShown(ShownQuery query);

    /** See {@link ConversationDetails}. */
    @GET
    @Path("/conversations/{cid}")
    ConversationDetails findDetails(@PathParam("cid") ConversationId id);
}

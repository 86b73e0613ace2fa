package parlance.internalapi.message;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.internalapi.CallPolicy;
import parlance.internalapi.CallRejected;
import parlance.internalapi.CallRejectedMapper;
import parlance.kit.http.ServiceToken;

/** What message-service answers to other services. */
@Path("/internal")
@RegisterRestClient(configKey = "message-service")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(CallRejectedMapper.class)
@Timeout(CallPolicy.TIMEOUT)
@Retry(
        maxRetries = CallPolicy.RETRIES,
        delay = CallPolicy.RETRY_DELAY,
        abortOn = CallRejected.class)
@CircuitBreaker(skipOn = CallRejected.class)
public interface MessageApi {

    /** See {@link UnreadQuery}. It counts for many readers at once, which takes longer. */
    @POST
    @Path("/messages/unread")
    @Timeout(5_000)
    @Retry(maxRetries = 1, delay = CallPolicy.RETRY_DELAY, abortOn = CallRejected.class)
    List<UnreadMessages> findUnread(UnreadQuery query);
}

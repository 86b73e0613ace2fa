package parlance.internalapi.file;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.internalapi.CallPolicy;
import parlance.internalapi.CallRejected;
import parlance.internalapi.CallRejectedMapper;
import parlance.kit.http.ServiceToken;

/** What file-service answers to other services. */
@Path("/internal")
@RegisterRestClient(configKey = "file-service")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(CallRejectedMapper.class)
@Timeout(CallPolicy.TIMEOUT)
@Retry(
        maxRetries = CallPolicy.RETRIES,
        delay = CallPolicy.RETRY_DELAY,
        abortOn = CallRejected.class)
@CircuitBreaker(skipOn = CallRejected.class)
public interface FileApi {

    /**
     * See {@link FileUrlQuery}. An answer with images is useful without their URLs as well, so a
     * call that fails is not repeated and its answer is empty.
     */
    @POST
    @Path("/files/urls")
    @Timeout(1_000)
    @Retry(maxRetries = 0)
    @Fallback(EmptyUrlsFallback.class)
    FileUrls findUrls(FileUrlQuery query);

    /** See {@link GrantFileAccess}. */
    @POST
    @Path("/files/show")
    FileUrls grantAccess(GrantFileAccess access);
}

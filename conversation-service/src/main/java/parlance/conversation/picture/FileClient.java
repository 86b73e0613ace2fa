package parlance.conversation.picture;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.file.FileUrlQuery;
import parlance.contracts.file.FileUrls;
import parlance.contracts.file.ShowFile;
import parlance.kit.http.ServiceToken;

/** file-service, over HTTP. */
@RegisterRestClient(configKey = "file-service")
@RegisterProvider(ServiceToken.class)
@Path("/internal/files")
interface FileClient {

    @POST
    @Path("/urls")
    @Timeout(1_000)
    @CircuitBreaker
    @Fallback(NoUrls.class)
    FileUrls find(FileUrlQuery query);

    @POST
    @Path("/show")
    @Timeout(2_000)
    @Retry(maxRetries = 2, delay = 100)
    @CircuitBreaker
    FileUrls show(ShowFile file);
}

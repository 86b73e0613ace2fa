package parlance.push.lookup;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.file.FileUrlQuery;
import parlance.contracts.file.FileUrls;
import parlance.kit.http.ServiceToken;

/** file-service, over HTTP. */
@RegisterRestClient(configKey = "file-service")
@RegisterProvider(ServiceToken.class)
@Path("/internal/files")
interface FileClient {

    @POST
    @Path("/urls")
    @Timeout(2_000)
    @CircuitBreaker
    FileUrls urls(FileUrlQuery query);
}

package parlance.file.download;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.message.ReadableFiles;
import parlance.contracts.message.ReadableFilesQuery;
import parlance.kit.http.ServiceToken;

/**
 * message-service, over HTTP. A message is stored before anybody sees it: whoever has it and asks
 * for its file is known there.
 */
@RegisterRestClient(configKey = "message-service")
@RegisterProvider(ServiceToken.class)
@Path("/internal/files")
interface MessageClient {

    @POST
    @Path("/readable")
    @Timeout(3_000)
    @Retry(maxRetries = 2, delay = 100)
    @CircuitBreaker
    ReadableFiles findReadable(ReadableFilesQuery query);
}

package parlance.internalapi;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status.Family;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Tells an answer with a status of 400 to 499, or 503 with Retry-After, from a call that failed.
 */
public final class CallRejectedMapper implements ResponseExceptionMapper<CallRejected> {

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return Family.familyOf(status) == Family.CLIENT_ERROR
                || (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
                        && headers.containsKey(HttpHeaders.RETRY_AFTER));
    }

    @Override
    public CallRejected toThrowable(Response answer) {
        return new CallRejected(answer);
    }
}

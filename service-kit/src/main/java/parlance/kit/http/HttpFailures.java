package parlance.kit.http;

import static parlance.contracts.ErrorCode.INTERNAL_SERVER;
import static parlance.contracts.ErrorCode.ROUTE_NOT_FOUND;
import static parlance.contracts.ErrorCode.SERVICE_UNAVAILABLE;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import parlance.contracts.ErrorCode;
import parlance.kit.loop.TransientFailure;

/** What is no refusal of ours, as plain text too (protocol 1.8). */
@Provider
public final class HttpFailures implements ExceptionMapper<Exception> {

    private static final Logger LOG = Logger.getLogger(HttpFailures.class);

    @Override
    public Response toResponse(Exception failure) {
        var code = codeOf(failure);
        if (code != ROUTE_NOT_FOUND) {
            LOG.errorf(failure, "http_failed status=%d", code.status());
        }
        return Response.status(code.status())
                .type(MediaType.TEXT_PLAIN)
                .entity(code.text())
                .build();
    }

    private static ErrorCode codeOf(Exception failure) {
        if (failure instanceof ClientErrorException) {
            return ROUTE_NOT_FOUND;
        }
        return TransientFailure.isOurs(failure) || TransientFailure.isAnothers(failure)
                ? SERVICE_UNAVAILABLE
                : INTERNAL_SERVER;
    }
}

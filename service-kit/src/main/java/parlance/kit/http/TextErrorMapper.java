package parlance.kit.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import parlance.contracts.ErrorBody;
import parlance.kit.Rejection;

/**
 * A refusal over HTTP: its text as plain text, or an object if the client lists {@code
 * application/json} in Accept (protocol 1.8).
 */
@Provider
public final class TextErrorMapper implements ExceptionMapper<Rejection> {

    private final HttpHeaders request;

    TextErrorMapper(@Context HttpHeaders request) {
        this.request = request;
    }

    @Override
    public Response toResponse(Rejection rejection) {
        var errorBody = rejection.failure();
        var wantsJson =
                request.getRequestHeader(HttpHeaders.ACCEPT).stream()
                        .anyMatch(accept -> accept.contains(MediaType.APPLICATION_JSON));
        return wantsJson
                ? answer(errorBody, MediaType.APPLICATION_JSON, errorBody)
                : answer(errorBody, MediaType.TEXT_PLAIN, errorBody.message());
    }

    private static Response answer(ErrorBody errorBody, String type, Object body) {
        var answer = Response.status(errorBody.status()).type(type).entity(body);
        return errorBody.retryAfterSeconds() == null
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, errorBody.retryAfterSeconds()).build();
    }
}

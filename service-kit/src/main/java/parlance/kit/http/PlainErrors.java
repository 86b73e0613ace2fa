package parlance.kit.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import parlance.contracts.Failure;
import parlance.kit.Rejection;

/**
 * A refusal over HTTP: its text as plain text, or an object if the client lists {@code
 * application/json} in Accept (protocol 1.8).
 */
@Provider
public final class PlainErrors implements ExceptionMapper<Rejection> {

    private final HttpHeaders request;

    PlainErrors(@Context HttpHeaders request) {
        this.request = request;
    }

    @Override
    public Response toResponse(Rejection rejection) {
        var failure = rejection.failure();
        var wantsJson =
                request.getRequestHeader(HttpHeaders.ACCEPT).stream()
                        .anyMatch(accept -> accept.contains(MediaType.APPLICATION_JSON));
        return wantsJson
                ? answer(failure, MediaType.APPLICATION_JSON, failure)
                : answer(failure, MediaType.TEXT_PLAIN, failure.message());
    }

    private static Response answer(Failure failure, String type, Object body) {
        var answer = Response.status(failure.status()).type(type).entity(body);
        return failure.retryAfterSeconds() == null
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, failure.retryAfterSeconds()).build();
    }
}

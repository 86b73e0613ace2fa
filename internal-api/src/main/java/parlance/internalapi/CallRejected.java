package parlance.internalapi;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/**
 * The service that was called answered with a status of 400 to 499, or that it is busy. That is an
 * answer, not a failure: the call is not repeated, and the circuit breaker does not count it.
 */
public final class CallRejected extends WebApplicationException {

    CallRejected(Response answer) {
        super(answer);
    }

    /** The HTTP status of the answer. */
    public int status() {
        return getResponse().getStatus();
    }

    /** When the service, which is busy, wants to be asked again; empty if that is not why. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(getResponse().getHeaderString(HttpHeaders.RETRY_AFTER))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    /** Whether the service says that there is no such thing. */
    public boolean isNotFound() {
        return status() == Response.Status.NOT_FOUND.getStatusCode();
    }
}

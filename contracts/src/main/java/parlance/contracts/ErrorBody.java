package parlance.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The {@code error} of a packet: always an object, never a bare text (protocol 0.1).
 *
 * @param retryAfterSeconds when another try may succeed; with status 429, and with 503 for a full
 *     queue
 */
public record ErrorBody(
        @JsonProperty("status") int status,
        @JsonProperty("message") String message,
        @JsonProperty("retry_after") @Nullable Integer retryAfterSeconds) {

    /** A request's field is not as it should be (protocol 2.2). */
    public static ErrorBody invalid(String message) {
        return new ErrorBody(422, message, null);
    }
}

package parlance.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The {@code error} of a packet: always an object, never a bare text (protocol 0.1).
 *
 * @param retryAfterSeconds with status 429 only
 */
public record Failure(
        @JsonProperty("status") int status,
        @JsonProperty("message") String message,
        @JsonProperty("retry_after") @Nullable Integer retryAfterSeconds) {

    /** A request's field is not as it should be (protocol 2.2). */
    public static Failure invalid(String message) {
        return new Failure(422, message, null);
    }
}

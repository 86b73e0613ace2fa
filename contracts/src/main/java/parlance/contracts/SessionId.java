package parlance.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One sign-in on one device; the {@code sid} of its access tokens. */
public record SessionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SessionId {}

    @Override
    public String toString() {
        return value;
    }
}

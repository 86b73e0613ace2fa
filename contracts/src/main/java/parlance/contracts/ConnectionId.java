package parlance.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One socket, as its gateway names it; unique everywhere, never used again. */
public record ConnectionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConnectionId {}

    @Override
    public String toString() {
        return value;
    }
}

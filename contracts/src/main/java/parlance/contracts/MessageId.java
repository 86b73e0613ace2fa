package parlance.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A message. An id that was minted here carries its conversation's {@link KeyHash}, see {@link
 * PreassignedId}.
 */
public record MessageId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MessageId {}

    @Override
    public String toString() {
        return value;
    }
}

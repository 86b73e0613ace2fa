package parlance.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A file, by either of the two ids that each file has. */
public record FileId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FileId {}

    @Override
    public String toString() {
        return value;
    }
}

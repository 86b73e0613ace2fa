package parlance.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An organization: everything else lives inside one and is invisible from another. */
public record OrganizationId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganizationId {}

    @Override
    public String toString() {
        return value;
    }
}

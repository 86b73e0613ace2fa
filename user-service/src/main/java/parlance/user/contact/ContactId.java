package parlance.user.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import parlance.contracts.PreassignedId;

/** A contact. */
record ContactId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ContactId {}

    /** The id of the n-th contact that a command makes: always the same one. */
    static ContactId derived(String mintedId, int n) {
        return new ContactId(PreassignedId.derive(mintedId, n));
    }
}

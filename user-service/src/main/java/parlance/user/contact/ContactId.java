package parlance.user.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Locale;

/** A contact. */
record ContactId(@JsonValue String value) {

    private static final int HEXADECIMAL = 16;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ContactId {}

    /** The id of the n-th contact that a command makes: always the same one. */
    static ContactId derived(String mintedId, int n) {
        var number = new BigInteger(mintedId, HEXADECIMAL).add(BigInteger.valueOf(n));
        var hex = number.toString(HEXADECIMAL);
        var digits = "0".repeat(Math.max(0, mintedId.length() - hex.length())) + hex;
        return new ContactId(
                digits.substring(digits.length() - mintedId.length()).toLowerCase(Locale.ROOT));
    }
}

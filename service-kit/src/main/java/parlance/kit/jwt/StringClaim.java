package parlance.kit.jwt;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads claims that are strings; a claim of another type counts as missing. */
public final class StringClaim {

    private StringClaim() {}

    /** The claim's value; null if the token has none, or not as a string. */
    public static @Nullable String of(JsonWebToken token, String name) {
        return token.<Object>getClaim(name) instanceof String text ? text : null;
    }
}

package parlance.gateway.session;

import org.jspecify.annotations.Nullable;
import parlance.kit.resume.Cursor;

/**
 * The answer to {@code connect}.
 *
 * @param resumed whether everything after the client's cursor follows; only if it gave one
 * @param cursor where the client is now; only if it wants to resume some day
 */
public record Welcome(boolean success, @Nullable Boolean resumed, @Nullable String cursor) {

    /** For a client that does not want to resume. */
    public static Welcome plain() {
        return new Welcome(true, null, null);
    }

    static Welcome begun(Cursor cursor) {
        return new Welcome(true, null, cursor.toString());
    }

    static Welcome resumed(Cursor cursor) {
        return new Welcome(true, true, cursor.toString());
    }

    static Welcome tooFar(Cursor cursor) {
        return new Welcome(true, false, cursor.toString());
    }

    boolean isResumed() {
        return Boolean.TRUE.equals(resumed);
    }
}

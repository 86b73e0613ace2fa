package parlance.gateway.session;

import org.jspecify.annotations.Nullable;
import parlance.kit.resume.Cursor;

/**
 * The answer to {@code connect}.
 *
 * @param resumed whether everything after the client's cursor follows; only if it gave one
 * @param cursor where the client is now; only if it wants to resume some day
 */
public record ConnectReply(boolean success, @Nullable Boolean resumed, @Nullable String cursor) {

    /** For a client that does not want to resume. */
    public static ConnectReply plain() {
        return new ConnectReply(true, null, null);
    }

    static ConnectReply begun(Cursor cursor) {
        return new ConnectReply(true, null, cursor.toString());
    }

    static ConnectReply resumed(Cursor cursor) {
        return new ConnectReply(true, true, cursor.toString());
    }

    static ConnectReply tooFar(Cursor cursor) {
        return new ConnectReply(true, false, cursor.toString());
    }

    boolean isResumed() {
        return Boolean.TRUE.equals(resumed);
    }
}

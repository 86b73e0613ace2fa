package parlance.contracts.session;

import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import parlance.contracts.SessionId;

/**
 * Ends the sessions of a user that began before a second, all at once and before the request that
 * ends them is answered. What ends them one by one is {@link EndSessions}, which comes later.
 *
 * @param before seconds since 1970; {@link #EVER} ends those to come as well
 * @param except the session that stays valid
 */
public record SessionCut(long before, @Nullable SessionId except) {

    public static final long EVER = Long.MAX_VALUE;

    /** The first bytes of an ObjectId, in hexadecimal digits, say when it was made. */
    private static final int TIME_DIGITS = 8;

    /** Of a user who is gone. */
    public static SessionCut ofAll() {
        return new SessionCut(EVER, null);
    }

    public static SessionCut at(Instant now, @Nullable SessionId except) {
        return new SessionCut(now.getEpochSecond(), except);
    }

    /** From {@link #text()}. */
    public static SessionCut parse(String text) {
        var space = text.indexOf(' ');
        return space < 0
                ? new SessionCut(Long.parseLong(text), null)
                : new SessionCut(
                        Long.parseLong(text.substring(0, space)),
                        new SessionId(text.substring(space + 1)));
    }

    /** As it stands in Redis. */
    public String text() {
        return except == null ? Long.toString(before) : before + " " + except.value();
    }

    public boolean ends(SessionId session) {
        return !session.equals(except) && beginOf(session) < before;
    }

    private static long beginOf(SessionId session) {
        try {
            return HexFormat.fromHexDigitsToLong(session.value(), 0, TIME_DIGITS);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unknown) {
            return 0;
        }
    }
}

package parlance.kit.resume;

import java.util.Optional;
import parlance.contracts.StreamEntryId;

/**
 * How far a client has got; opaque to it.
 *
 * @param stream which numbering this is: lost with Redis, the numbers begin anew under another id
 */
public record Cursor(String stream, StreamEntryId last) {

    /** Reads what {@link #toString()} wrote; empty for anything else. */
    public static Optional<Cursor> parse(String text) {
        var dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var last = StreamEntryId.parse(text.substring(dot + 1));
            return Optional.of(new Cursor(text.substring(0, dot), last));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Cursor at(StreamEntryId entry) {
        return new Cursor(stream, entry);
    }

    @Override
    public String toString() {
        return stream + "." + last;
    }
}

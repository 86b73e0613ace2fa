package parlance.contracts;

/**
 * The position of a packet in the resume stream of one user: a number without gaps, and a time in
 * epoch milliseconds that never decreases from one entry to the next.
 */
public record StreamEntryId(long millis, long number) {

    /** The position before the first entry. */
    public static final StreamEntryId NONE = new StreamEntryId(0, 0);

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static StreamEntryId parse(String text) {
        var dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException(text);
        }
        return new StreamEntryId(
                Long.parseLong(text, 0, dash, 10),
                Long.parseLong(text, dash + 1, text.length(), 10));
    }

    /** Whether this entry follows {@code last} directly. */
    public boolean follows(StreamEntryId last) {
        return number == last.number + 1;
    }

    @Override
    public String toString() {
        return millis + "-" + number;
    }
}

package parlance.contracts;

/**
 * A packet's place among all that were for one user: numbers without gaps, and the time in epoch
 * milliseconds, which never falls from one to the next.
 */
public record EntryId(long millis, long number) {

    /** Before the first. */
    public static final EntryId NONE = new EntryId(0, 0);

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static EntryId parse(String text) {
        var dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException(text);
        }
        return new EntryId(
                Long.parseLong(text, 0, dash, 10),
                Long.parseLong(text, dash + 1, text.length(), 10));
    }

    /** Whether nothing stands between {@code last} and this. */
    public boolean follows(EntryId last) {
        return number == last.number + 1;
    }

    @Override
    public String toString() {
        return millis + "-" + number;
    }
}

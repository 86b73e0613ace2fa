package parlance.contracts;

/** What becomes of a packet for a recipient who has no connection (protocol 1.7). */
public enum Absent {
    /** Appended to the user's operations log. */
    LOG,
    /** Handed to push. */
    PUSH
}

package parlance.contracts;

/**
 * By what a command is ordered: the id of the aggregate that it changes. Commands with the same key
 * meet on one partition and are worked on one after the other.
 */
public sealed interface KeyRule {

    /** The user who asks. */
    record ByCaller() implements KeyRule {}

    /** The id that the gateway mints for what is about to be created. */
    record ByMintedId() implements KeyRule {}

    /** The socket; for requests made before anybody is signed in on it. */
    record ByConnection() implements KeyRule {}

    /** An id in the request, such as {@code cid}; without it the caller. */
    record ByField(String field) implements KeyRule {}

    /**
     * A message id in the request. It carries 16 bits of its conversation's hash, so that the
     * command meets the partition of its conversation although it does not name it.
     */
    record ByMessageField(String field) implements KeyRule {}

    /** No order is needed: any partition will do. */
    record Unordered() implements KeyRule {}
}

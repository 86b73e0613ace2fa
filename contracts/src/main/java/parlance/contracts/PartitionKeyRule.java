package parlance.contracts;

/**
 * By what a command is ordered: the id of the aggregate that it changes. Commands with the same key
 * meet on one partition and are worked on one after the other.
 */
public sealed interface PartitionKeyRule {

    /** The user who sends the request. */
    record ByCaller() implements PartitionKeyRule {}

    /** The id that the gateway mints for what is about to be created. */
    record ByMintedId() implements PartitionKeyRule {}

    /** The connection; for requests made before a user is signed in on it. */
    record ByConnection() implements PartitionKeyRule {}

    /** An id in the request, such as {@code cid}; without it the caller. */
    record ByField(String field) implements PartitionKeyRule {}

    /**
     * A message id in the request. It carries 16 bits of its conversation's hash, so that the
     * command meets the partition of its conversation although it does not name it.
     */
    record ByMessageField(String field) implements PartitionKeyRule {}

    /** No order is needed: any partition will do. */
    record Unordered() implements PartitionKeyRule {}
}

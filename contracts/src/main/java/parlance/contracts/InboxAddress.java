package parlance.contracts;

/**
 * A gateway as others address it: its partition of the inbox topic, and which instance leased it. A
 * reader of the partition does not deliver a record that names another instance.
 */
public record InboxAddress(int partition, String instance) {

    /** Reads what {@link #toString()} wrote. */
    public static InboxAddress parse(String text) {
        var colon = text.indexOf(':');
        return new InboxAddress(Integer.parseInt(text, 0, colon, 10), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return partition + ":" + instance;
    }
}

package parlance.contracts;

/** The header names of Kafka records. Values are UTF-8 text; an absent header is a null. */
public final class RecordHeaderNames {

    // Commands, set by the gateway.

    /** {@link Route#wireName()}. */
    public static final String COMMAND = "command";

    /** The client's id as a JSON literal, echoed in the reply. */
    public static final String REQUEST_ID = "id";

    /**
     * The id that an error carries, as a JSON literal, where it is not the request's (protocol
     * 2.1).
     */
    public static final String ERROR_ID = "error-id";

    /** {@link EnvelopeForm}. */
    public static final String FORM = "form";

    /** {@link ProtocolDialect#wireName()} of the connection. */
    public static final String DIALECT = "dialect";

    /** The connection that asked. */
    public static final String CONNECTION = "connection";

    /** Where its gateway reads: an {@link InboxAddress}. */
    public static final String INBOX = "inbox";

    /** The gateway's number for this command, returned with the reply. */
    public static final String CORRELATION = "correlation";

    public static final String ORGANIZATION = "org";
    public static final String USER = "user";
    public static final String LOGIN = "login";
    public static final String DEVICE = "device";
    public static final String SESSION = "session";

    /** Milliseconds, from the broker's append time, that the client waits. */
    public static final String BUDGET = "budget";

    /** The id minted for what the command creates. */
    public static final String MINTED_ID = "minted-id";

    /** {@link EncryptedFields} secret fields, encrypted for the owning service. */
    public static final String SEALED = "sealed";

    /** The client's address, for limits per address; the gateway sets it. */
    public static final String CLIENT_ADDRESS = "address";

    // Inbox records and offline deliveries, set by the kit.

    /** The {@link InboxAddress#instance()} that the record is for. */
    public static final String INSTANCE = "instance";

    /** {@link Position}. */
    public static final String POSITION = "position";

    /** {@code k/n}: the k-th of n parts of an answer too long for one record. */
    public static final String PART = "part";

    /** The recipients without a connection: user ids, separated by commas. */
    public static final String USERS = "users";

    /** The user whose action a packet is about; it is not stored for that user. */
    public static final String AUTHOR = "author";

    /** The {@link Position} of the client's command that a service's own command continues. */
    public static final String ORIGIN = "origin";

    /** Recipients of a delivery: {@link Recipients}. */
    public static final String RECIPIENTS = "recipients";

    /**
     * When the broker had the client's command that caused this, in epoch milliseconds; absent on
     * that command itself.
     */
    public static final String SENT_AT = "sent-at";

    /** What becomes of recipients that cannot be reached: {@link OfflinePolicy} names, by comma. */
    public static final String ABSENT = "absent";

    /**
     * In a reply: the {@link StreamEntryId} of what the command delivered to its own user, but not
     * to the connection that asked.
     */
    public static final String ENTRY = "entry";

    /** In a reply: the {@link Caller}, as JSON, that the connection is from now on. */
    public static final String BIND = "bind";

    /** In a reply: the connection is signed out from now on. */
    public static final String UNBIND = "unbind";

    /** In a reply: fields of the packet, sealed with the command's one-time key. */
    public static final String SEALED_REPLY = "sealed-reply";

    private RecordHeaderNames() {}
}

package parlance.contracts;

import static parlance.contracts.RouteSpec.byCaller;
import static parlance.contracts.RouteSpec.byConnection;
import static parlance.contracts.RouteSpec.byField;
import static parlance.contracts.RouteSpec.byMessageField;
import static parlance.contracts.RouteSpec.byMintedId;
import static parlance.contracts.RouteSpec.inGateway;
import static parlance.contracts.RouteSpec.read;
import static parlance.contracts.RouteSpec.write;
import static parlance.contracts.Topic.AUTH_COMMANDS;
import static parlance.contracts.Topic.CONVERSATION_COMMANDS;
import static parlance.contracts.Topic.CONVERSATION_QUERIES;
import static parlance.contracts.Topic.FILE_COMMANDS;
import static parlance.contracts.Topic.FILE_QUERIES;
import static parlance.contracts.Topic.MESSAGE_COMMANDS;
import static parlance.contracts.Topic.MESSAGE_QUERIES;
import static parlance.contracts.Topic.PRESENCE_COMMANDS;
import static parlance.contracts.Topic.PRESENCE_QUERIES;
import static parlance.contracts.Topic.PUSH_COMMANDS;
import static parlance.contracts.Topic.PUSH_QUERIES;
import static parlance.contracts.Topic.USER_COMMANDS;
import static parlance.contracts.Topic.USER_QUERIES;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every request that a client or a service can send as a command (protocol 0.3), with the topic of
 * the command, the key that orders it there, whether it reads or writes, and who may send it.
 */
public enum Route {
    PING("ping", inGateway().open()),
    CONNECT("connect", inGateway().open()),
    ACTIVITY_STATUS("activity_status", inGateway()),

    USER_LOGIN(
            "user_login",
            write(AUTH_COMMANDS, byConnection()).open().slow().secrets("password", "token")),
    USER_LOGOUT("user_logout", write(AUTH_COMMANDS, byCaller())),
    USER_SEND_OTP("user_send_otp", write(AUTH_COMMANDS, byConnection()).open().slow()),
    USER_RESET_PASSWORD(
            "user_reset_password",
            write(AUTH_COMMANDS, byConnection()).open().slow().secrets("token", "new_password")),

    USER_CREATE(
            "user_create", write(USER_COMMANDS, byMintedId()).open().slow().secrets("password")),
    USER_EDIT(
            "user_edit",
            write(USER_COMMANDS, byCaller()).slow().secrets("current_password", "new_password")),
    USER_DELETE("user_delete", write(USER_COMMANDS, byCaller())),
    USER_SEARCH("user_search", read(USER_QUERIES)),
    GET_USERS_BY_IDS("get_users_by_ids", read(USER_QUERIES)),
    CONTACT_ADD("contact_add", write(USER_COMMANDS, byCaller())),
    CONTACT_BATCH_ADD("contact_batch_add", write(USER_COMMANDS, byCaller()).listAccepted()),
    /** The contract's own name for {@link #CONTACT_BATCH_ADD}, whose value is the bare list. */
    CONTACTS("contacts", write(USER_COMMANDS, byCaller()).listAccepted()),
    CONTACT_UPDATE("contact_update", write(USER_COMMANDS, byCaller())),
    CONTACT_LIST("contact_list", read(USER_QUERIES)),
    CONTACT_DELETE("contact_delete", write(USER_COMMANDS, byCaller())),
    BLOCK_USER("block_user", write(USER_COMMANDS, byCaller())),
    UNBLOCK_USER("unblock_user", write(USER_COMMANDS, byCaller())),
    LIST_BLOCKED_USERS("list_blocked_users", read(USER_QUERIES)),
    BLOCK_LIST_ENABLE("block_list_enable", write(USER_COMMANDS, byCaller())),
    DEVICE_REGISTER("device_register", write(USER_COMMANDS, byCaller())),
    DEVICE_LIST("device_list", read(USER_QUERIES)),
    REQUEST_KEYS("request_keys", write(USER_COMMANDS, byCaller())),
    DEVICE_DELETE("device_delete", write(USER_COMMANDS, byCaller())),

    CONVERSATION_CREATE("conversation_create", write(CONVERSATION_COMMANDS, byMintedId())),
    CONVERSATION_UPDATE("conversation_update", write(CONVERSATION_COMMANDS, byField("id"))),
    CONVERSATION_DELETE("conversation_delete", write(CONVERSATION_COMMANDS, byField("id"))),
    CONVERSATION_LIST("conversation_list", read(MESSAGE_QUERIES)),
    CONVERSATION_SEARCH("conversation_search", read(MESSAGE_QUERIES)),
    GET_PARTICIPANTS_BY_CIDS("get_participants_by_cids", read(CONVERSATION_QUERIES)),
    GET_ADMINS_BY_CIDS("get_admins_by_cids", read(CONVERSATION_QUERIES)),
    CONVERSATION_SUBSCRIBE("conversation_subscribe", write(CONVERSATION_COMMANDS, byField("cid"))),
    CONVERSATION_UNSUBSCRIBE(
            "conversation_unsubscribe", write(CONVERSATION_COMMANDS, byField("cid"))),
    CONVERSATION_HANDLER_CREATE(
            "conversation_handler_create", write(CONVERSATION_COMMANDS, byField("cid"))),
    GET_CONVERSATION_HANDLER("get_conversation_handler", read(CONVERSATION_QUERIES)),
    CONVERSATION_HANDLER_DELETE(
            "conversation_handler_delete", write(CONVERSATION_COMMANDS, byField("cid"))),

    SEND_MESSAGE("message", write(MESSAGE_COMMANDS, byField("cid")).evenLate()),
    SYSTEM_MESSAGE("system_message", write(MESSAGE_COMMANDS, byField("cid"))),
    MESSAGE_LIST("message_list", read(MESSAGE_QUERIES)),
    MESSAGE_READ("message_read", write(MESSAGE_COMMANDS, byField("cid"))),
    MESSAGE_EDIT("message_edit", write(MESSAGE_COMMANDS, byMessageField("id"))),
    MESSAGE_DELETE("message_delete", write(MESSAGE_COMMANDS, byField("cid"))),
    MESSAGE_REACTIONS_UPDATE(
            "message_reactions_update", write(MESSAGE_COMMANDS, byMessageField("mid"))),
    MESSAGE_REACTIONS_LIST("message_reactions_list", read(MESSAGE_QUERIES)),
    MESSAGE_SUMMARY("message_summary", read(MESSAGE_QUERIES)),
    MESSAGE_TONE("message_tone", read(MESSAGE_QUERIES)),
    MESSAGE_DECRYPTION_FAILED("message_decryption_failed", write(MESSAGE_COMMANDS, byField("cid"))),
    OP_LOG_LIST("op_log_list", read(MESSAGE_QUERIES)),

    TYPING("typing", write(PRESENCE_COMMANDS, byField("cid")).silent()),
    USER_LAST_ACTIVITY("user_last_activity", read(PRESENCE_QUERIES)),
    USER_LAST_ACTIVITY_SUBSCRIBE(
            "user_last_activity_subscribe", write(PRESENCE_COMMANDS, byCaller())),
    USER_LAST_ACTIVITY_UNSUBSCRIBE(
            "user_last_activity_unsubscribe", write(PRESENCE_COMMANDS, byCaller())),
    ONLINE_LIST("online_list", read(PRESENCE_QUERIES)),

    PUSH_SUBSCRIPTION_CREATE("push_subscription_create", write(PUSH_COMMANDS, byCaller())),
    PUSH_SUBSCRIPTION_LIST("push_subscription_list", read(PUSH_QUERIES)),
    PUSH_SUBSCRIPTION_DELETE("push_subscription_delete", write(PUSH_COMMANDS, byCaller())),
    PUSH_EVENT_CREATE("push_event_create", write(PUSH_COMMANDS, byCaller())),

    CREATE_FILES("create_files", write(FILE_COMMANDS, byCaller()).listAccepted()),
    GET_FILE_URLS("get_file_urls", read(FILE_QUERIES)),

    /**
     * A gateway claims the missed changes of a user who signed in on a connection. The claim is
     * treated like a read: claims need no order, and a claim whose gateway no longer waits must not
     * be carried out.
     */
    CLAIM_MISSED("missed_claim", read(MESSAGE_QUERIES).internal()),

    /** file-service lets message-service answer for files of others, which may have been sent. */
    FIND_SHARED_FILE_URLS("shared_file_urls", read(MESSAGE_QUERIES).internal()),

    /**
     * Ends all sessions of a user except the one named, after a change of password or a deletion.
     */
    END_SESSIONS("sessions_end", write(AUTH_COMMANDS, byField("user_id")).evenLate().internal()),

    /**
     * A user signed out of a device: its encryption keys are removed, so that no client encrypts
     * for it.
     */
    FORGET_DEVICE("device_forget", write(USER_COMMANDS, byField("user_id")).evenLate().internal()),

    /**
     * An administrator deletes a user, with the same effects as when users delete their own
     * account.
     */
    REMOVE_USER("user_remove", write(USER_COMMANDS, byField("user_id")).evenLate().internal()),

    /** A user went offline: user-service shows since when. */
    RECORD_ACTIVITY(
            "activity_record", write(USER_COMMANDS, byField("user_id")).evenLate().internal()),

    /**
     * A user was deleted: conversation-service finds the groups and channels that the user leaves.
     */
    LEAVE_ALL_CONVERSATIONS(
            "conversations_leave",
            write(CONVERSATION_COMMANDS, byField("user_id")).evenLate().internal()),

    /**
     * Removes a deleted user from one conversation, in order with that conversation's other
     * changes.
     */
    REMOVE_DELETED_USER(
            "deleted_user_remove",
            write(CONVERSATION_COMMANDS, byField("cid")).evenLate().internal()),

    /**
     * A message was sent to a participant who has not been told of the conversation:
     * conversation-service brings a peer who left back, and tells of the conversation.
     */
    CONVERSATION_REJOIN(
            "conversation_rejoin",
            write(CONVERSATION_COMMANDS, byField("cid")).evenLate().internal()),

    /**
     * A user was deleted: push-service removes the push subscriptions of all the user's devices.
     */
    REMOVE_PUSH_SUBSCRIPTIONS(
            "push_subscriptions_remove",
            write(PUSH_COMMANDS, byField("user_id")).evenLate().internal()),

    /** conversation-service tells message-service what to publish for a change it has stored. */
    PUBLISH_CONVERSATION_CHANGE(
            "conversation_change", write(MESSAGE_COMMANDS, byField("cid")).evenLate().internal());

    private static final Map<String, Route> CLIENT_ROUTES =
            Arrays.stream(values())
                    .filter(route -> !route.isInternal())
                    .collect(Collectors.toUnmodifiableMap(Route::wireName, Function.identity()));

    private static final Map<String, Route> ALL_ROUTES =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Route::wireName, Function.identity()));

    private final String wireName;
    private final RouteSpec terms;

    Route(String wireName, RouteSpec terms) {
        this.wireName = wireName;
        this.terms = terms;
    }

    /** The route that a client's packet names. */
    public static Optional<Route> forClient(String wireName) {
        return Optional.ofNullable(CLIENT_ROUTES.get(wireName));
    }

    /** The route that a command record names, internal ones included. */
    public static Optional<Route> forCommand(String wireName) {
        return Optional.ofNullable(ALL_ROUTES.get(wireName));
    }

    /** The request's name in a packet. */
    public String wireName() {
        return wireName;
    }

    /** Where the command goes; empty for what the gateway answers itself. */
    public Optional<Topic> topic() {
        return Optional.ofNullable(terms.topic);
    }

    public PartitionKeyRule key() {
        return terms.key;
    }

    /** Whether the socket must be signed in (protocol 1.4). */
    public boolean needsAuthentication() {
        return !terms.open;
    }

    /**
     * A read is dropped once its deadline has passed, because the client no longer waits for it.
     */
    public boolean isRead() {
        return terms.read;
    }

    /** Carried out however late it is consumed: a message that was produced is always stored. */
    public boolean isDoneEvenLate() {
        return terms.evenLate;
    }

    /** How long the client is made to wait before it is told {@code REQUEST_TIMEOUT}. */
    public Duration deadline() {
        return terms.deadline;
    }

    /** Fields that never stand in clear on Kafka: the gateway seals them for the owning service. */
    public Set<String> secretFields() {
        return terms.secretFields;
    }

    /** Whether the value may be a list, where every other request wants an object. */
    public boolean acceptsList() {
        return terms.listAccepted;
    }

    /** Sent by services only; a client that names it is answered as for an unknown request. */
    public boolean isInternal() {
        return terms.internal;
    }

    /** Has no success reply: only an error is answered. */
    public boolean isSilent() {
        return terms.silent;
    }

    /**
     * May take long, as it hashes a password or sends a mail: it is done beside the batches of its
     * partition, so that only commands with the same key wait for it.
     */
    public boolean isSlow() {
        return terms.slow;
    }
}

package parlance.contracts;

import static parlance.contracts.RouteTerms.byCaller;
import static parlance.contracts.RouteTerms.byConnection;
import static parlance.contracts.RouteTerms.byField;
import static parlance.contracts.RouteTerms.byMessageField;
import static parlance.contracts.RouteTerms.byMintedId;
import static parlance.contracts.RouteTerms.inGateway;
import static parlance.contracts.RouteTerms.read;
import static parlance.contracts.RouteTerms.write;
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
 * Everything a client can ask (protocol 0.3), and on what terms: the topic its command goes to,
 * what orders it there, whether it reads or writes, and who may ask.
 */
public enum Route {
    PING("ping", inGateway().open()),
    CONNECT("connect", inGateway().open()),
    ACTIVITY_STATUS("activity_status", inGateway()),

    USER_LOGIN(
            "user_login", write(AUTH_COMMANDS, byConnection()).open().secrets("password", "token")),
    USER_LOGOUT("user_logout", write(AUTH_COMMANDS, byCaller())),
    USER_SEND_OTP("user_send_otp", write(AUTH_COMMANDS, byConnection()).open()),
    USER_RESET_PASSWORD(
            "user_reset_password",
            write(AUTH_COMMANDS, byConnection()).open().secrets("token", "new_password")),

    USER_CREATE("user_create", write(USER_COMMANDS, byMintedId()).open().secrets("password")),
    USER_EDIT(
            "user_edit",
            write(USER_COMMANDS, byCaller()).secrets("current_password", "new_password")),
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
    CONVERSATION_LIST("conversation_list", read(CONVERSATION_QUERIES)),
    CONVERSATION_SEARCH("conversation_search", read(CONVERSATION_QUERIES)),
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
     * A gateway asks what the user who signed in on a connection is to be told first. It claims,
     * but is read-like: claims need no order, and one that nobody waits for any more is not to be
     * done.
     */
    CLAIM_MISSED("missed_claim", read(MESSAGE_QUERIES).internal()),

    /** A user's sessions end, but for the one named: after a new password, or for good. */
    END_SESSIONS("sessions_end", write(AUTH_COMMANDS, byField("user_id")).evenLate().internal()),

    /** Somebody signed out of a device: nobody is to encrypt for it any more. */
    FORGET_DEVICE("device_forget", write(USER_COMMANDS, byField("user_id")).evenLate().internal()),

    /** An administrator takes a user away; what follows is as if the user had. */
    REMOVE_USER("user_remove", write(USER_COMMANDS, byField("user_id")).evenLate().internal()),

    /** A user went offline: user-service shows since when. */
    RECORD_ACTIVITY(
            "activity_record", write(USER_COMMANDS, byField("user_id")).evenLate().internal()),

    /** A user is no more: conversation-service finds the groups and channels that go on without. */
    LEAVE_ALL_CONVERSATIONS(
            "conversations_leave",
            write(CONVERSATION_COMMANDS, byField("user_id")).evenLate().internal()),

    /** The same for one of them, in its place among what else changes it. */
    REMOVE_DELETED_USER(
            "deleted_user_remove",
            write(CONVERSATION_COMMANDS, byField("cid")).evenLate().internal()),

    /** A user is no more: no device of theirs is pushed to. */
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
    private final RouteTerms terms;

    Route(String wireName, RouteTerms terms) {
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

    public KeyRule key() {
        return terms.key;
    }

    /** Whether the socket must be signed in (protocol 1.4). */
    public boolean needsAuthentication() {
        return !terms.open;
    }

    /** Reads are dropped once their deadline has passed: nobody waits for the answer any more. */
    public boolean isRead() {
        return terms.read;
    }

    /**
     * Done however late it is met: a message that was produced is a message that will be stored.
     */
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

    /** Named by the protocol, without a handler yet: answered 404 once the caller is known. */
    public boolean isPlanned() {
        return terms.planned;
    }

    /** Sent by services only; a client that names it names nothing. */
    public boolean isInternal() {
        return terms.internal;
    }

    /** Has no success reply: a client that hears nothing knows that all is well. */
    public boolean isSilent() {
        return terms.silent;
    }
}

package parlance.contracts;

import java.util.EnumSet;
import java.util.Set;

/**
 * Every Kafka topic. Partition counts and retention are declared in {@code
 * deploy/kafka/topics.json}, from which the topics are created; a test holds the two lists
 * together.
 */
public enum Topic {
    AUTH_COMMANDS("auth.commands"),
    USER_COMMANDS("user.commands"),
    USER_QUERIES("user.queries"),
    CONVERSATION_COMMANDS("conversation.commands"),
    CONVERSATION_QUERIES("conversation.queries"),
    MESSAGE_COMMANDS("message.commands"),
    MESSAGE_QUERIES("message.queries"),
    PRESENCE_COMMANDS("presence.commands"),
    PRESENCE_QUERIES("presence.queries"),
    PUSH_COMMANDS("push.commands"),
    PUSH_QUERIES("push.queries"),
    FILE_COMMANDS("file.commands"),
    FILE_QUERIES("file.queries"),

    USER_EVENTS("user.events"),
    CONVERSATION_EVENTS("conversation.events"),
    MESSAGE_EVENTS("message.events"),
    SESSION_EVENTS("session.events"),
    CONNECTIONS("connections"),

    DELIVERIES_OFFLINE("deliveries.offline"),
    GATEWAY_INBOX("gateway.inbox"),
    GATEWAY_INBOX_LIGHT("gateway.inbox.light");

    private static final Set<Topic> READ_BY_EACH_REPLICA =
            EnumSet.of(SESSION_EVENTS, GATEWAY_INBOX, GATEWAY_INBOX_LIGHT);

    private final String wireName;

    Topic(String wireName) {
        this.wireName = wireName;
    }

    /** The topic's name without the deployment's prefix. */
    public String wireName() {
        return wireName;
    }

    /** Where records of this topic go that cannot be processed. */
    public String deadLetterName() {
        return wireName + ".dlq";
    }

    /** Whether clients' requests are read from this topic, by one consumer group of its service. */
    public boolean carriesCommands() {
        return wireName.endsWith(".commands") || wireName.endsWith(".queries");
    }

    /** Whether every replica reads it by itself, not as one of a group. */
    public boolean isReadByEachReplica() {
        return READ_BY_EACH_REPLICA.contains(this);
    }

    /** Whether services share its records as a group, and set aside what cannot be processed. */
    public boolean hasDeadLetters() {
        return !isReadByEachReplica();
    }

    /** The service that a {@code .commands} or {@code .queries} topic belongs to. */
    public String service() {
        return wireName.substring(0, wireName.indexOf('.'));
    }
}

package parlance.push.notification;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.MessageId;
import parlance.contracts.UserId;

/** What somebody is notified of; kept as JSON with the job, and gone with it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "occasion")
public sealed interface NotificationCause {

    /**
     * A message that the user has not received.
     *
     * @param saidByConversation somebody came or left: its author is called by name, not by login
     * @param pictureUrl where the first attachment can be fetched, if the message says
     * @param pictureId the first attachment's file, if it has one
     */
    @JsonTypeName("message")
    record MessageMissed(
            MessageId messageId,
            ConversationId conversationId,
            UserId from,
            boolean saidByConversation,
            String body,
            @Nullable String pictureUrl,
            @Nullable FileId pictureId,
            boolean encrypted)
            implements NotificationCause {}

    /** The user was added to a conversation, or removed, or it began. */
    @JsonTypeName("conversation")
    record ConversationChanged(ConversationId conversationId, String name, UserId from, What what)
            implements NotificationCause {

        /** What happened, with the words of protocol 3.3. */
        enum What {
            CREATED(" created a new conversation"),
            ADDED(" added you to conversation"),
            REMOVED(" removed you from conversation");

            private final String words;

            What(String words) {
                this.words = words;
            }

            String by(String actor) {
                return actor + words;
            }
        }
    }

    /** A user asked for exactly this: {@code push_event_create}. */
    @JsonTypeName("request")
    record Requested(ObjectNode message) implements NotificationCause {}
}

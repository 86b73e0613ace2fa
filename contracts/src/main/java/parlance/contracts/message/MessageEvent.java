package parlance.contracts.message;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Event;
import parlance.contracts.MessageId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Topic;
import parlance.contracts.UserId;

/**
 * Everything message-service tells the other services: that a message was sent, edited, deleted,
 * read or reacted to. Events do not contain message bodies. A command that is processed twice
 * publishes equal events. A system message is not stored and causes no event.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface MessageEvent extends Event {

    ConversationId conversationId();

    OrganizationId organizationId();

    @Override
    default Topic topic() {
        return Topic.MESSAGE_EVENTS;
    }

    @Override
    default String key() {
        return conversationId().value();
    }

    /**
     * A message was stored: a user's message, or a message about participants (protocol 3.3).
     *
     * @param at the time that clients see
     */
    @JsonTypeName("message_sent")
    record MessageSent(
            ConversationId conversationId,
            OrganizationId organizationId,
            MessageId messageId,
            UserId author,
            Instant at)
            implements MessageEvent {}

    /** The author has edited the body of a message. */
    @JsonTypeName("message_edited")
    record MessageEdited(
            ConversationId conversationId,
            OrganizationId organizationId,
            MessageId messageId,
            UserId author,
            Instant at)
            implements MessageEvent {}

    /**
     * Messages were deleted for all participants. Deleting them for oneself only causes no event.
     */
    @JsonTypeName("messages_deleted")
    record MessagesDeleted(
            ConversationId conversationId,
            OrganizationId organizationId,
            List<MessageId> messageIds,
            UserId deleter,
            Instant at)
            implements MessageEvent {}

    /**
     * A participant has read messages that were unread before.
     *
     * @param newest the newest of these messages
     * @param count how many these messages are
     */
    @JsonTypeName("messages_read")
    record MessagesRead(
            ConversationId conversationId,
            OrganizationId organizationId,
            UserId reader,
            MessageId newest,
            int count,
            Instant at)
            implements MessageEvent {}

    /**
     * A participant has added a reaction to a message, removed one, or both.
     *
     * @param added a reaction that this user had not given before
     * @param removed one that this user had given
     */
    @JsonTypeName("reactions_changed")
    record ReactionsChanged(
            ConversationId conversationId,
            OrganizationId organizationId,
            MessageId messageId,
            UserId author,
            @Nullable String added,
            @Nullable String removed,
            Instant at)
            implements MessageEvent {}
}

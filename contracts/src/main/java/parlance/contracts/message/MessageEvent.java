package parlance.contracts.message;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.contracts.Event;
import parlance.contracts.MessageId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Topic;
import parlance.contracts.UserId;

/**
 * Everything message-service tells the other services: what became of messages after they were
 * sent. What was said is not repeated here. A command that is worked on a second time tells the
 * same again, word for word.
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

    /** Its author has given it another body. */
    @JsonTypeName("message_edited")
    record MessageEdited(
            ConversationId conversationId,
            OrganizationId organizationId,
            MessageId messageId,
            UserId author,
            Instant at)
            implements MessageEvent {}

    /** Gone for everybody; what one person hides from their own view is nobody else's business. */
    @JsonTypeName("messages_deleted")
    record MessagesDeleted(
            ConversationId conversationId,
            OrganizationId organizationId,
            List<MessageId> messageIds,
            UserId deleter,
            Instant at)
            implements MessageEvent {}

    /**
     * Somebody has read what was new to them.
     *
     * @param newest of what was new
     * @param count how many messages were
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
}

package parlance.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Event;
import parlance.contracts.OrganizationId;
import parlance.contracts.Topic;
import parlance.contracts.UserId;

/** Everything conversation-service tells the other services: whole states, on a compacted topic. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ConversationEvent extends Event {

    ConversationId conversationId();

    /** Grows with each change; a reader keeps the highest it has seen. */
    long version();

    @Override
    default Topic topic() {
        return Topic.CONVERSATION_EVENTS;
    }

    @Override
    default String key() {
        return conversationId().value();
    }

    /** The conversation as it now is. */
    @JsonTypeName("conversation_saved")
    record ConversationSaved(
            ConversationId conversationId,
            OrganizationId organizationId,
            long version,
            String kind,
            @Nullable String name,
            UserId ownerId,
            List<UserId> participants)
            implements ConversationEvent {}
}

package parlance.message.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;
import parlance.internalapi.conversation.ConversationPacket;

/**
 * A conversation in a line, without anything that was said in it.
 *
 * @param opponentId in a direct conversation
 * @param participants how many; none if the conversation is over
 * @param lastActivity when it was last changed or written in
 */
record AdminConversationView(
        @JsonProperty("_id") ConversationId id,
        @JsonProperty("type") String type,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("owner_id") UserId ownerId,
        @JsonProperty("opponent_id") @Nullable UserId opponentId,
        @JsonProperty("participants_count") int participants,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("last_activity") Instant lastActivity) {

    static AdminConversationView of(
            ConversationPacket conversation, int participants, Instant lastActivity) {
        return new AdminConversationView(
                conversation.id(),
                conversation.type(),
                conversation.name(),
                conversation.ownerId(),
                conversation.opponentId(),
                participants,
                conversation.createdAt(),
                lastActivity);
    }
}

package parlance.conversation.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;
import parlance.conversation.conversation.Conversation;

/**
 * A conversation in a line, without anything that was said in it.
 *
 * @param opponentId in a 1-1
 * @param participants how many; none if the conversation is over
 * @param lastActivity when it was last changed or written in
 */
record Overview(
        @JsonProperty("_id") ConversationId id,
        @JsonProperty("type") String type,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("owner_id") UserId ownerId,
        @JsonProperty("opponent_id") @Nullable UserId opponentId,
        @JsonProperty("participants_count") int participants,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("last_activity") Instant lastActivity) {

    static Overview of(Conversation conversation, Instant lastActivity) {
        return new Overview(
                conversation.id(),
                conversation.kind().wireName(),
                conversation.profile().name(),
                conversation.ownerId(),
                conversation.opponentId(),
                conversation.size(),
                conversation.createdAt(),
                lastActivity);
    }
}

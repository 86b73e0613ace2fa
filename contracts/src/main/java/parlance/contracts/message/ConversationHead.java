package parlance.contracts.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.RawJson;

/**
 * What message-service knows of a conversation that a list shows, for one reader.
 *
 * @param updatedAt when the conversation last moved, by a change of its own or by a message
 * @param lastMessage a {@code LastMessage} of protocol 4.2
 */
public record ConversationHead(
        @JsonProperty("cid") ConversationId conversationId,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("last_message") @Nullable RawJson lastMessage,
        @JsonProperty("unread_messages_count") long unread) {}

package parlance.internalapi.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;

/**
 * A conversation that may stand on a page.
 *
 * @param updatedAt when the conversation itself last changed, not counting its messages
 */
public record Candidate(
        @JsonProperty("cid") ConversationId conversationId,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("updated_at") Instant updatedAt) {}

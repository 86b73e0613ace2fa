package parlance.internalapi.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;

/** The conversations of a user, in no order that means anything. */
public record Membership(
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("cids") List<ConversationId> conversationIds) {}

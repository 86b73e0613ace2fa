package parlance.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;

/**
 * The request of {@link parlance.contracts.Route#REMOVE_DELETED_USER}: one of the conversations
 * that a deleted user leaves, in its place among that conversation's other commands.
 */
public record RemoveDeletedUser(
        @JsonProperty("cid") ConversationId conversationId,
        @JsonProperty("user_id") UserId userId) {}

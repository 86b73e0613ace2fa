package parlance.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import parlance.contracts.ConversationId;

/**
 * The request of {@link parlance.contracts.Route#CONVERSATION_REJOIN}: its caller has sent a
 * message of which a participant, or the peer of a direct conversation, has not heard.
 *
 * @param published the last version of the conversation that message-service has told clients of
 *     when it stored the message
 */
public record RejoinConversation(
        @JsonProperty("cid") ConversationId conversationId,
        @JsonProperty("published") long published) {}

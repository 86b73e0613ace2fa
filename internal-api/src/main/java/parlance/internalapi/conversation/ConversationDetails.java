package parlance.internalapi.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.UserId;

/**
 * {@code GET /internal/conversations/{cid}} of conversation-service answers it: one conversation,
 * also one that all participants have left; 404 if there is no such conversation.
 *
 * @param admins who may change it, its owner among them
 */
public record ConversationDetails(
        @JsonProperty("conversation") ConversationPacket packet,
        @JsonProperty("participants") List<UserId> participants,
        @JsonProperty("admins") List<UserId> admins) {}

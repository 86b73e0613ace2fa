package parlance.internalapi.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A conversation and how many take part in it.
 *
 * @param packet with the URL of its image
 */
public record ShownConversation(
        @JsonProperty("conversation") ConversationPacket packet,
        @JsonProperty("participants_count") int participants) {}

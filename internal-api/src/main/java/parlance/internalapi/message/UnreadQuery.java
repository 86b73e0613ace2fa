package parlance.internalapi.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.UserId;

/**
 * {@code POST /internal/messages/unread} of message-service: which messages have these readers not
 * read yet? The answer is a list of {@link UnreadMessages}, one for each reader.
 */
public record UnreadQuery(@JsonProperty("readers") List<Reader> readers) {

    /**
     * @param messages which of these has the reader neither read nor lost?
     * @param counted in which conversations is everything unread counted?
     */
    public record Reader(
            @JsonProperty("user_id") UserId userId,
            @JsonProperty("messages") List<Place> messages,
            @JsonProperty("counted") List<ConversationId> counted) {}

    /** A message and its conversation. */
    public record Place(
            @JsonProperty("cid") ConversationId conversationId,
            @JsonProperty("mid") MessageId messageId) {}
}

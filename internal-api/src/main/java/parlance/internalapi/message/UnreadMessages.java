package parlance.internalapi.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import parlance.contracts.MessageId;
import parlance.contracts.UserId;

/**
 * The unread messages of one reader.
 *
 * @param messages those of the messages asked for
 * @param count how many there are in all conversations that were to be counted
 */
public record UnreadMessages(
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("messages") List<MessageId> messages,
        @JsonProperty("count") long count) {}

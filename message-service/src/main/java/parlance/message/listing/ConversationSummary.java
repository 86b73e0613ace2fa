package parlance.message.listing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.RawJson;

/**
 * What a list shows of a conversation's messages, for one reader.
 *
 * @param updatedAt when the conversation last moved, by a change of its own or by a message
 * @param lastMessage a {@code LastMessage} of protocol 4.2
 */
public record ConversationSummary(
        ConversationId conversationId,
        Instant updatedAt,
        @Nullable RawJson lastMessage,
        long unread) {}

package parlance.message.message;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.kit.directory.Conversation;
import parlance.message.head.Head;

/**
 * All that must be known to decide on a batch of messages, looked up at once.
 *
 * @param stored what earlier commands stored, by client key
 * @param mentioned the messages that are replied to, as far as they exist
 * @param blocked the 1-1s in which nobody may write
 * @param restorations the 1-1s in which somebody is back
 * @param now in milliseconds, as times are stored
 */
record Situation(
        Map<String, Message> stored,
        Map<ConversationId, Conversation> conversations,
        Map<ConversationId, Head> heads,
        Map<MessageId, Message> mentioned,
        Set<ConversationId> blocked,
        Map<ConversationId, Restoration> restorations,
        Instant now) {}

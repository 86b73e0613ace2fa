package parlance.message.sending;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.document.Message;
import parlance.message.tail.ConversationTail;

/**
 * All that must be known to decide on a batch of messages, looked up at once.
 *
 * @param stored what earlier commands stored, by client key
 * @param mentioned the messages that are replied to, as far as they exist
 * @param blocked the direct conversations in which one of the two blocks the other
 * @param now in milliseconds, as times are stored
 */
record SendContext(
        Map<String, Message> stored,
        Map<ConversationId, DirectoryConversation> directoryConversations,
        Map<ConversationId, ConversationTail> conversationTails,
        Map<MessageId, Message> mentioned,
        Set<ConversationId> blocked,
        Instant now) {}

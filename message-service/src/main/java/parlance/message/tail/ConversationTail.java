package parlance.message.tail;

import java.time.Instant;
import parlance.contracts.ConversationId;

/**
 * How far a conversation has come.
 *
 * @param seq the number of its last message; the first is 1
 * @param lastAt when that message was made
 * @param published the last version of the conversation of which clients have been told
 */
public record ConversationTail(
        ConversationId conversationId, long seq, Instant lastAt, long published) {

    /** Before anything was said. */
    public static ConversationTail none(ConversationId conversationId) {
        return new ConversationTail(conversationId, 0, Instant.EPOCH, 0);
    }

    /** The same with its last message in this place. */
    public ConversationTail at(long place, Instant time) {
        return new ConversationTail(conversationId, place, time, published);
    }

    /** The place of one message more: later than the last, whatever the clocks say. */
    public ConversationTail next(Instant now) {
        var earliest = lastAt.plusMillis(1);
        return new ConversationTail(
                conversationId, seq + 1, now.isBefore(earliest) ? earliest : now, published);
    }
}

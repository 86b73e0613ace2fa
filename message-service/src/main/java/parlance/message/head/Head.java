package parlance.message.head;

import java.time.Instant;
import parlance.contracts.ConversationId;

/**
 * How far a conversation has come.
 *
 * @param seq the number of its last message; the first is 1
 * @param lastAt when that message was made
 * @param published the last version of the conversation of which clients have been told
 */
public record Head(ConversationId conversationId, long seq, Instant lastAt, long published) {

    /** Before anything was said. */
    public static Head none(ConversationId conversationId) {
        return new Head(conversationId, 0, Instant.EPOCH, 0);
    }

    /** The same with its last message in this place. */
    public Head at(long place, Instant time) {
        return new Head(conversationId, place, time, published);
    }

    /** The same when clients have been told of at least this version. */
    public Head published(long version) {
        return new Head(conversationId, seq, lastAt, Math.max(published, version));
    }

    /** The place of one message more: later than the last, whatever the clocks say. */
    public Head next(Instant now) {
        var earliest = lastAt.plusMillis(1);
        return new Head(
                conversationId, seq + 1, now.isBefore(earliest) ? earliest : now, published);
    }
}

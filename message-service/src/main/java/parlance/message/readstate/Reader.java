package parlance.message.readstate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/**
 * One participant's read state, with what the last few commands did to it.
 *
 * @param version grows with each change
 */
record Reader(
        ConversationId conversationId,
        UserId userId,
        ReadState state,
        long version,
        List<Reading> readings) {

    private static final int READINGS_KEPT = 20;

    /** What a command did: what is read after it, and was not before. */
    record Reading(Position position, ReadState before, ReadState after) {}

    static Reader of(ConversationId conversationId, UserId userId) {
        return new Reader(conversationId, userId, ReadState.none(), 0, List.of());
    }

    Optional<Reading> readingAt(Position position) {
        return readings.stream().filter(one -> one.position().equals(position)).findFirst();
    }

    Reader read(ReadState after, Position position) {
        var kept = new ArrayList<>(readings);
        kept.add(new Reading(position, state, after));
        return new Reader(
                conversationId,
                userId,
                after,
                version + 1,
                kept.subList(Math.max(0, kept.size() - READINGS_KEPT), kept.size()));
    }
}

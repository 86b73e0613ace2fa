package parlance.message.readstate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.message.document.SeqRange;

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

    /** What a command did: the places that are read after it, and were not before, in order. */
    record Reading(Position position, List<SeqRange> places) {}

    static Reader of(ConversationId conversationId, UserId userId) {
        return new Reader(conversationId, userId, ReadState.none(), 0, List.of());
    }

    Optional<Reading> readingAt(Position position) {
        return readings.stream().filter(one -> one.position().equals(position)).findFirst();
    }

    Reader read(ReadState after, Position position) {
        var kept = new ArrayList<>(readings);
        kept.add(new Reading(position, after.since(state)));
        return new Reader(
                conversationId,
                userId,
                after,
                version + 1,
                kept.subList(Math.max(0, kept.size() - READINGS_KEPT), kept.size()));
    }
}

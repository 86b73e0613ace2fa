package parlance.message.readstate;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.UserId;
import parlance.message.document.HistoryStore;
import parlance.message.document.HistoryStore.Unread;
import parlance.message.readstate.Reader.Reading;
import parlance.message.tail.ConversationTailStore;

/** Turns messages into places that are read, and back. */
@Singleton
final class ReadMarker {

    private final HistoryStore history;
    private final ConversationTailStore heads;

    ReadMarker(HistoryStore history, ConversationTailStore heads) {
        this.history = history;
        this.heads = heads;
    }

    /** The state after everything, or these messages, were read. */
    ReadState mark(Reader reader, @Nullable List<MessageId> ids) {
        var cid = reader.conversationId();
        var state = reader.state();
        if (ids == null) {
            return state.through(heads.get(cid).seq());
        }
        var places = history.ofOthers(cid, reader.userId(), ids).stream().map(Unread::seq).toList();
        return places.stream().allMatch(state::includes)
                ? state
                : closeGaps(reader, state.with(places));
    }

    /** What is read now and was not before, by author, newest first; so are the authors. */
    Map<UserId, List<MessageId>> newlyRead(
            ConversationId conversation, UserId reader, Reading reading) {
        var byAuthor = new LinkedHashMap<UserId, List<MessageId>>();
        var before = reading.before();
        var after = reading.after();
        for (var message : history.ofOthers(conversation, reader, before.upTo(), after.last())) {
            if (after.includes(message.seq()) && !before.includes(message.seq())) {
                byAuthor.computeIfAbsent(message.from(), _ -> new ArrayList<>()).add(message.id());
            }
        }
        return byAuthor;
    }

    /** Where nothing is left unread in between, one cursor says it all. */
    private ReadState closeGaps(Reader reader, ReadState state) {
        var unread =
                history
                        .ofOthers(
                                reader.conversationId(),
                                reader.userId(),
                                state.upTo(),
                                state.last())
                        .stream()
                        .map(Unread::seq)
                        .filter(place -> !state.includes(place))
                        .toList();
        return state.through(unread.isEmpty() ? state.last() : unread.getLast() - 1);
    }
}

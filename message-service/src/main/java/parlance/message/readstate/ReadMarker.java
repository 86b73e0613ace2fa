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
import parlance.message.document.SeqRange;
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
        var places =
                history.ofOthers(cid, reader.userId(), ids).stream()
                        .map(Unread::seq)
                        .filter(place -> !state.includes(place))
                        .sorted()
                        .toList();
        if (places.isEmpty()) {
            return state;
        }
        var marked = state;
        for (var place : places) {
            marked = marked.with(new SeqRange(place, place));
        }
        return joined(reader, marked, places.getFirst(), places.getLast());
    }

    /** What is read now and was not before, by author, newest first; so are the authors. */
    Map<UserId, List<MessageId>> newlyRead(
            ConversationId conversation, UserId reader, Reading reading) {
        var byAuthor = new LinkedHashMap<UserId, List<MessageId>>();
        for (var message : history.ofOthers(conversation, reader, reading.places())) {
            byAuthor.computeIfAbsent(message.from(), _ -> new ArrayList<>()).add(message.id());
        }
        return byAuthor;
    }

    /**
     * Where nothing is left unread between ranges, they are one. Own messages lie between those of
     * others, so that neighbours need not have neighbouring places.
     */
    private ReadState joined(Reader reader, ReadState state, long first, long last) {
        var joined = state;
        var before = 0L;
        for (var place : history.around(reader.conversationId(), reader.userId(), first, last)) {
            if (joined.includes(before) && joined.includes(place)) {
                joined = joined.with(new SeqRange(before, place));
            }
            before = place;
        }
        return joined;
    }
}

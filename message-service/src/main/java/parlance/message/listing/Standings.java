package parlance.message.listing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.contracts.message.ConversationHead;
import parlance.contracts.message.HeadsQuery;
import parlance.contracts.message.HeadsQuery.Candidate;
import parlance.message.head.Head;
import parlance.message.head.HeadStore;
import parlance.message.message.HistoryStore;
import parlance.message.message.Message;
import parlance.message.reaction.ReactionStore;
import parlance.message.reaction.Reactions;
import parlance.message.readstate.ReadState;
import parlance.message.readstate.ReadStateStore;

/** How conversations stand for a reader, read at once from where it is written: nothing lags. */
@Singleton
final class Standings {

    private static final Comparator<Moved> LAST_MOVED_FIRST =
            Comparator.comparing(Moved::at).thenComparing(moved -> moved.id().value()).reversed();

    private final HeadStore heads;
    private final HistoryStore history;
    private final ReadStateStore readStates;
    private final ReactionStore reactions;

    Standings(
            HeadStore heads,
            HistoryStore history,
            ReadStateStore readStates,
            ReactionStore reactions) {
        this.heads = heads;
        this.history = history;
        this.readStates = readStates;
        this.reactions = reactions;
    }

    private record Moved(ConversationId id, Instant at) {}

    List<ConversationHead> page(HeadsQuery query) {
        var page = lastMoved(query);
        var reader = query.userId();
        var read = readStates.find(reader, page.stream().map(Moved::id).toList());
        var last = lastMessages(page, reader);
        var reacted = reactions.find(last.values().stream().map(Message::id).toList());
        var heads = new ArrayList<ConversationHead>();
        for (var moved : page) {
            var message = last.get(moved.id());
            var place = read.getOrDefault(moved.id(), ReadState.none()).last();
            heads.add(
                    new ConversationHead(
                            moved.id(),
                            moved.at(),
                            message == null
                                    ? null
                                    : packetOf(
                                            message,
                                            reader,
                                            reacted.getOrDefault(message.id(), Reactions.none())),
                            history.countAfter(moved.id(), reader, place)));
        }
        return heads;
    }

    private List<Moved> lastMoved(HeadsQuery query) {
        var ids = query.conversations().stream().map(Candidate::conversationId).toList();
        var found = heads.find(ids);
        return query.conversations().stream()
                .map(candidate -> movedAt(candidate, found))
                .filter(moved -> isBetween(moved.at(), query.after(), query.before()))
                .sorted(LAST_MOVED_FIRST)
                .limit(query.limit())
                .toList();
    }

    private static Moved movedAt(Candidate candidate, Map<ConversationId, Head> heads) {
        var id = candidate.conversationId();
        var said = heads.getOrDefault(id, Head.none(id)).lastAt();
        var changed = candidate.updatedAt();
        return new Moved(id, said.isAfter(changed) ? said : changed);
    }

    private static boolean isBetween(
            Instant at, @Nullable Instant after, @Nullable Instant before) {
        return (after == null || at.isAfter(after)) && (before == null || at.isBefore(before));
    }

    private Map<ConversationId, Message> lastMessages(List<Moved> page, UserId reader) {
        var last = new HashMap<ConversationId, Message>();
        for (var moved : page) {
            history.last(moved.id(), reader).ifPresent(message -> last.put(moved.id(), message));
        }
        return last;
    }

    private RawJson packetOf(Message message, UserId reader, Reactions reacted) {
        var places = List.of(message.seq());
        var read = readStates.readByOthers(message.conversationId(), message.from(), places);
        var packet =
                LastMessagePacket.of(message, read.includes(message.seq()), reacted.seenBy(reader));
        return new RawJson(Json.write(packet));
    }
}

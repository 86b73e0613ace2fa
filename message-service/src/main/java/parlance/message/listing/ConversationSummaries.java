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
import parlance.internalapi.conversation.Candidate;
import parlance.message.document.HistoryStore;
import parlance.message.document.Message;
import parlance.message.reaction.ReactionStore;
import parlance.message.reaction.Reactions;
import parlance.message.readstate.ReadState;
import parlance.message.readstate.ReadStateStore;
import parlance.message.tail.ConversationTail;
import parlance.message.tail.ConversationTailStore;

/** How conversations stand for a reader, read at once from where it is written: nothing lags. */
@Singleton
public final class ConversationSummaries {

    private static final Comparator<Moved> LAST_MOVED_FIRST =
            Comparator.comparing(Moved::at).thenComparing(moved -> moved.id().value()).reversed();

    private final ConversationTailStore heads;
    private final HistoryStore history;
    private final ReadStateStore readStates;
    private final ReactionStore reactions;

    ConversationSummaries(
            ConversationTailStore heads,
            HistoryStore history,
            ReadStateStore readStates,
            ReactionStore reactions) {
        this.heads = heads;
        this.history = history;
        this.readStates = readStates;
        this.reactions = reactions;
    }

    private record Moved(ConversationId id, Instant at) {}

    /** In the order in which they moved, the last first. */
    public List<ConversationSummary> page(SummariesQuery query) {
        var page = lastMoved(query);
        var reader = query.userId();
        var read = readStates.find(reader, page.stream().map(Moved::id).toList());
        var last = lastMessages(page, reader);
        var reacted = reactions.find(last.values().stream().map(Message::id).toList());
        var heads = new ArrayList<ConversationSummary>();
        for (var moved : page) {
            var message = last.get(moved.id());
            var place = read.getOrDefault(moved.id(), ReadState.none()).last();
            heads.add(
                    new ConversationSummary(
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

    /** When a conversation last moved: when something was said in it, or when it was changed. */
    public Instant lastMove(ConversationId id, Instant changedAt) {
        return movedAt(new Candidate(id, null, changedAt), heads.find(List.of(id))).at();
    }

    /** The last message that this reader sees, if there is one. */
    public @Nullable RawJson lastMessage(ConversationId id, UserId reader) {
        var candidates = List.of(new Candidate(id, null, Instant.EPOCH));
        return page(new SummariesQuery(reader, candidates, null, null, 1)).getFirst().lastMessage();
    }

    private List<Moved> lastMoved(SummariesQuery query) {
        var ids = query.conversations().stream().map(Candidate::conversationId).toList();
        var found = heads.find(ids);
        return query.conversations().stream()
                .map(candidate -> movedAt(candidate, found))
                .filter(moved -> isBetween(moved.at(), query.after(), query.before()))
                .sorted(LAST_MOVED_FIRST)
                .limit(query.limit())
                .toList();
    }

    private static Moved movedAt(
            Candidate candidate, Map<ConversationId, ConversationTail> conversationTails) {
        var id = candidate.conversationId();
        var said = conversationTails.getOrDefault(id, ConversationTail.none(id)).lastAt();
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
                LastMessagePacket.of(message, read.contains(message.seq()), reacted.seenBy(reader));
        return new RawJson(Json.write(packet));
    }
}

package parlance.message.unread;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.internalapi.message.UnreadMessages;
import parlance.internalapi.message.UnreadQuery;
import parlance.internalapi.message.UnreadQuery.Place;
import parlance.message.document.HistoryStore;
import parlance.message.readstate.ReadState;
import parlance.message.readstate.ReadStateStore;
import parlance.message.tail.ConversationTailStore;

/** What a reader has not read, as conversation_list counts it. */
@Singleton
final class UnreadCounter {

    private final ConversationTailStore heads;
    private final HistoryStore history;
    private final ReadStateStore readStates;

    UnreadCounter(ConversationTailStore heads, HistoryStore history, ReadStateStore readStates) {
        this.heads = heads;
        this.history = history;
        this.readStates = readStates;
    }

    UnreadMessages of(UnreadQuery.Reader reader) {
        var conversations = new HashSet<>(reader.counted());
        reader.messages().forEach(place -> conversations.add(place.conversationId()));
        var read = readStates.find(reader.userId(), conversations);
        return new UnreadMessages(reader.userId(), unread(reader, read), count(reader, read));
    }

    /** Neither read, nor deleted or hidden meanwhile. */
    private List<MessageId> unread(UnreadQuery.Reader reader, Map<ConversationId, ReadState> read) {
        var unread = new ArrayList<MessageId>();
        byConversation(reader.messages())
                .forEach((conversation, ids) ->
                        history.visibleOfOthers(conversation, reader.userId(), ids).stream()
                                .filter(found -> found.seq() > last(read, conversation))
                                .forEach(found -> unread.add(found.id())));
        return unread;
    }

    private static Map<ConversationId, List<MessageId>> byConversation(Collection<Place> places) {
        return places.stream()
                .collect(
                        Collectors.groupingBy(
                                Place::conversationId,
                                Collectors.mapping(Place::messageId, Collectors.toList())));
    }

    /** Only where something was said since: most conversations are read to their end. */
    private long count(UnreadQuery.Reader reader, Map<ConversationId, ReadState> read) {
        return heads.find(reader.counted()).values().stream()
                .filter(conversationTail ->
                        conversationTail.seq() > last(read, conversationTail.conversationId()))
                .mapToLong(conversationTail ->
                        history.countAfter(
                                conversationTail.conversationId(),
                                reader.userId(),
                                last(read, conversationTail.conversationId())))
                .sum();
    }

    private static long last(Map<ConversationId, ReadState> read, ConversationId conversation) {
        return read.getOrDefault(conversation, ReadState.none()).last();
    }
}

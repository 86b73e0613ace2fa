package parlance.message.message;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parlance.contracts.ConversationId;
import parlance.kit.Command;
import parlance.kit.directory.Conversation;
import parlance.message.directory.Conversations;
import parlance.message.head.Head;
import parlance.message.pair.Pairs;

/** When one of two writes, the other takes part again. */
@Singleton
final class Restorations {

    private static final int BOTH = 2;

    private final Pairs pairs;
    private final Conversations conversations;

    Restorations(Pairs pairs, Conversations conversations) {
        this.pairs = pairs;
        this.conversations = conversations;
    }

    /**
     * Restores the 1-1s into which somebody writes and of which the other one does not know.
     *
     * @param found the conversations of the commands; those that are restored are renewed
     */
    Map<ConversationId, Restoration> of(
            List<Command<SendMessage.Request>> commands,
            Map<ConversationId, Conversation> found,
            Map<ConversationId, Head> heads,
            Set<ConversationId> blocked) {
        var restored = new HashMap<ConversationId, Restoration>();
        for (var command : commands) {
            var id = command.request().conversationId();
            var conversation = found.get(id);
            if (conversation == null || blocked.contains(id) || restored.containsKey(id)) {
                continue;
            }
            var published = heads.getOrDefault(id, Head.none(id)).published();
            var author = command.caller().userId();
            if (conversation.includes(author) && isWanting(conversation, published)) {
                var packet = pairs.restore(id, author);
                var whole = conversations.find(Set.of(id)).getOrDefault(id, conversation);
                found.put(id, whole);
                var known = whole.recipients(published);
                var news =
                        whole.participantIds().stream()
                                .filter(one -> !known.contains(one))
                                .toList();
                restored.put(id, new Restoration(whole.version(), news, packet));
            }
        }
        return restored;
    }

    /** One has left, or is back and has not been told. */
    private static boolean isWanting(Conversation conversation, long published) {
        return conversation.isPrivate() && conversation.recipients(published).size() < BOTH;
    }
}

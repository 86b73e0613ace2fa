package parlance.message.attachment;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;
import parlance.contracts.message.ReadableFilesQuery.SharedFile;
import parlance.kit.directory.Conversation;

/**
 * How far a file has come: from its owner to conversations, and from whoever read it there on to
 * others. A file that somebody sends who cannot read it, by a guessed id, gets nowhere.
 */
final class Reach {

    private final Map<ConversationId, Conversation> conversations;
    private final Set<ConversationId> reached = new HashSet<>();

    private Reach(Map<ConversationId, Conversation> conversations) {
        this.conversations = conversations;
    }

    /**
     * @param sendings of this file
     * @param conversations all that are concerned
     */
    static Reach of(
            SharedFile file,
            Collection<Sending> sendings,
            Map<ConversationId, Conversation> conversations) {
        var reach = new Reach(conversations);
        reach.reached.addAll(file.shownIn());
        while (reach.grows(file, sendings)) {}
        return reach;
    }

    /** Whether this user takes part in a conversation that the file has come to. */
    boolean includes(UserId user) {
        return reached.stream()
                .map(conversations::get)
                .anyMatch(conversation -> conversation != null && conversation.includes(user));
    }

    private boolean grows(SharedFile file, Collection<Sending> sendings) {
        var grown = false;
        for (var sending : sendings) {
            if (sending.from().equals(file.owner()) || includes(sending.from())) {
                grown |= reached.add(sending.conversationId());
            }
        }
        return grown;
    }
}

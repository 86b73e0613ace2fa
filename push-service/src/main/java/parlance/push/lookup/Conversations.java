package parlance.push.lookup;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.ConversationId;
import parlance.kit.directory.Conversation;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.push.lookup.ConversationClient.NoSuchConversation;

/** What conversations are called. What the directory does not know, its owner is asked for. */
@Singleton
public final class Conversations {

    private final ConversationDirectoryStore directory;
    private final ConversationClient owner;

    Conversations(ConversationDirectoryStore directory, @RestClient ConversationClient owner) {
        this.directory = directory;
        this.owner = owner;
    }

    /** Those of {@code ids} that are still there. */
    public Map<ConversationId, Conversation> find(Collection<ConversationId> ids) {
        var asked = Set.copyOf(ids);
        var found = new HashMap<>(directory.find(asked));
        for (var id : asked) {
            if (!found.containsKey(id)) {
                refill(id).ifPresent(conversation -> found.put(id, conversation));
            }
        }
        return found;
    }

    private Optional<Conversation> refill(ConversationId id) {
        try {
            return Optional.of(owner.refill(id.value()));
        } catch (NoSuchConversation unknown) {
            return Optional.empty();
        }
    }
}

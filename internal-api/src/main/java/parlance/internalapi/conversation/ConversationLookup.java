package parlance.internalapi.conversation;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.ConversationId;
import parlance.contracts.PreassignedId;
import parlance.internalapi.CallRejected;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.kit.directory.DirectoryConversation;

/**
 * Conversations, by the directory in Redis. conversation-service is asked only for those that the
 * directory does not know, and writes them there again.
 */
@Singleton
public final class ConversationLookup {

    private final ConversationDirectoryStore directory;
    private final ConversationApi owner;

    ConversationLookup(ConversationDirectoryStore directory, @RestClient ConversationApi owner) {
        this.directory = directory;
        this.owner = owner;
    }

    /** Those of {@code ids} that exist: one round trip, and one more for each that is unknown. */
    public Map<ConversationId, DirectoryConversation> find(Collection<ConversationId> ids) {
        var asked =
                ids.stream()
                        .filter(id -> PreassignedId.isWellFormed(id.value()))
                        .collect(Collectors.toSet());
        var found = new HashMap<>(directory.find(asked));
        for (var id : asked) {
            if (!found.containsKey(id)) {
                refill(id).ifPresent(conversation -> found.put(id, conversation));
            }
        }
        // One that all participants have left is no longer there.
        found.values().removeIf(conversation -> conversation.participants().isEmpty());
        return found;
    }

    /** The same for one. */
    public Optional<DirectoryConversation> find(ConversationId id) {
        return Optional.ofNullable(find(Set.of(id)).get(id));
    }

    private Optional<DirectoryConversation> refill(ConversationId id) {
        try {
            return Optional.of(owner.refill(id));
        } catch (CallRejected answer) {
            if (answer.isNotFound()) {
                return Optional.empty();
            }
            throw answer;
        }
    }
}

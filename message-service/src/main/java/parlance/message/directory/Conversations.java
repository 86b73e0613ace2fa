package parlance.message.directory;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.MintedId;
import parlance.kit.Rejection;
import parlance.kit.directory.Conversation;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.message.directory.ConversationClient.NoSuchConversation;

/** The conversations that there are. What the directory does not know, its owner is asked for. */
@Singleton
public final class Conversations {

    private final ConversationDirectoryStore directory;
    private final ConversationClient owner;

    Conversations(ConversationDirectoryStore directory, @RestClient ConversationClient owner) {
        this.directory = directory;
        this.owner = owner;
    }

    /** Those of {@code ids} that exist: one round trip, and one more for each that is missing. */
    public Map<ConversationId, Conversation> find(Collection<ConversationId> ids) {
        var asked =
                ids.stream()
                        .filter(id -> MintedId.isWellFormed(id.value()))
                        .collect(Collectors.toSet());
        var found = new HashMap<>(directory.find(asked));
        for (var id : asked) {
            if (!found.containsKey(id)) {
                refill(id).ifPresent(conversation -> found.put(id, conversation));
            }
        }
        // One that everybody has left is no longer there.
        found.values().removeIf(conversation -> conversation.participants().isEmpty());
        return found;
    }

    /**
     * The conversation, as far as {@code caller} may know of it.
     *
     * @throws Rejection if there is none, or it is another organization's
     */
    public Conversation get(ConversationId id, Caller caller) {
        return find(id, caller).orElseThrow(() -> new Rejection(ErrorCode.CONVERSATION_NOT_FOUND));
    }

    /** The same; empty if there is none. */
    public Optional<Conversation> find(ConversationId id, Caller caller) {
        return Optional.ofNullable(find(Set.of(id)).get(id))
                .filter(found -> found.organizationId().equals(caller.organizationId()));
    }

    /**
     * The same, for what only participants may do.
     *
     * @throws Rejection also if {@code caller} does not take part
     */
    public Conversation getAsParticipant(ConversationId id, Caller caller) {
        var conversation = get(id, caller);
        if (!conversation.includes(caller.userId())) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
        return conversation;
    }

    private Optional<Conversation> refill(ConversationId id) {
        try {
            return Optional.of(owner.refill(id.value()));
        } catch (NoSuchConversation unknown) {
            return Optional.empty();
        }
    }
}

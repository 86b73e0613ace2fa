package parlance.message.directory;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.internalapi.conversation.ConversationLookup;
import parlance.kit.Rejection;
import parlance.kit.directory.DirectoryConversation;

/** Conversations, as far as callers may know of them. */
@Singleton
public final class Conversations {

    private final ConversationLookup lookup;

    Conversations(ConversationLookup lookup) {
        this.lookup = lookup;
    }

    /** See {@link ConversationLookup#find(Collection)}. */
    public Map<ConversationId, DirectoryConversation> find(Collection<ConversationId> ids) {
        return lookup.find(ids);
    }

    /**
     * The conversation, as far as {@code caller} may know of it.
     *
     * @throws Rejection if there is none, or it is another organization's
     */
    public DirectoryConversation get(ConversationId id, Caller caller) {
        return find(id, caller).orElseThrow(() -> new Rejection(ErrorCode.CONVERSATION_NOT_FOUND));
    }

    /** The same; empty if there is none. */
    public Optional<DirectoryConversation> find(ConversationId id, Caller caller) {
        return lookup.find(id)
                .filter(found -> found.organizationId().equals(caller.organizationId()));
    }

    /**
     * The same, for what only participants may do.
     *
     * @throws Rejection also if {@code caller} does not take part
     */
    public DirectoryConversation getAsParticipant(ConversationId id, Caller caller) {
        var directoryConversation = get(id, caller);
        if (!directoryConversation.includes(caller.userId())) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
        return directoryConversation;
    }
}

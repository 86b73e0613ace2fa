package parlance.conversation.handler;

import jakarta.inject.Singleton;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.conversation.listing.AccessibleConversations;
import parlance.kit.Command;
import parlance.kit.Rejection;

/** Conversations whose owner asks: only the owner has a say in their handlers. */
@Singleton
final class OwnedConversations {

    private final AccessibleConversations conversations;

    OwnedConversations(AccessibleConversations conversations) {
        this.conversations = conversations;
    }

    /**
     * @throws Rejection if there is none, or the caller does not own it
     */
    ConversationId get(String id, Command<?> command) {
        var conversation = conversations.get(id, command);
        if (!conversation.ownerId().equals(command.caller().userId())) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
        return conversation.id();
    }
}

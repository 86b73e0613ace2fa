package parlance.conversation.listing;

import jakarta.inject.Singleton;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.ConversationStore;
import parlance.kit.Command;
import parlance.kit.Rejection;

/** The conversation that a request names, of the organization of the caller. */
@Singleton
public final class AccessibleConversations {

    private final ConversationStore conversations;

    AccessibleConversations(ConversationStore conversations) {
        this.conversations = conversations;
    }

    /**
     * @throws Rejection if there is none, or it is over, unless it was this command that ended it
     */
    public Conversation get(String id, Command<?> command) {
        return conversations
                .find(new ConversationId(id))
                .filter(found -> found.organizationId().equals(command.caller().organizationId()))
                .filter(found -> !found.isOver() || found.changeAt(command.position()).isPresent())
                .orElseThrow(() -> new Rejection(ErrorCode.BAD_REQUEST));
    }
}

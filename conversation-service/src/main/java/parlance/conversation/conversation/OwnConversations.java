package parlance.conversation.conversation;

import jakarta.inject.Singleton;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.kit.Command;
import parlance.kit.Rejection;

/** The conversation that a request names, of the organization of whoever asks. */
@Singleton
public final class OwnConversations {

    private final ConversationStore conversations;

    OwnConversations(ConversationStore conversations) {
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

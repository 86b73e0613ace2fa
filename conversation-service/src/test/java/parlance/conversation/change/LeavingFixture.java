package parlance.conversation.change;

import jakarta.inject.Singleton;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.Route;
import parlance.conversation.Callers;

/** Participants who leave, for tests. */
@Singleton
public final class LeavingFixture {

    private final LeaveConversation leaveConversation;

    LeavingFixture(LeaveConversation leaveConversation) {
        this.leaveConversation = leaveConversation;
    }

    public void leave(Caller caller, ConversationId conversation) {
        leaveConversation.handle(
                Callers.command(
                        caller,
                        Route.CONVERSATION_DELETE,
                        new LeaveConversation.Request(conversation.value())));
    }
}

package parlance.conversation.deletion;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.contracts.conversation.LeaveAllConversations;
import parlance.contracts.conversation.RemoveDeletedUser;
import parlance.conversation.conversation.ConversationStore;
import parlance.conversation.conversation.Kind;
import parlance.conversation.user.DeletedUserStore;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/**
 * Finds what a deleted user takes part in. Each group and channel gets a command of its own, so
 * that it changes in order with all else that happens to it.
 */
@Singleton
@Answers(Route.LEAVE_ALL_CONVERSATIONS)
final class LeaveEveryConversation implements RequestHandler<LeaveAllConversations> {

    private final ConversationStore conversations;
    private final DeletedUserStore deleted;

    LeaveEveryConversation(ConversationStore conversations, DeletedUserStore deleted) {
        this.conversations = conversations;
        this.deleted = deleted;
    }

    @Override
    public Outcome handle(Command<LeaveAllConversations> command) {
        var gone = command.request();
        deleted.add(gone.userId());
        var outcome = Outcome.silent();
        for (var one : conversations.ofParticipant(gone.organizationId(), gone.userId())) {
            if (one.kind() != Kind.PRIVATE) {
                outcome =
                        outcome.forward(
                                Route.REMOVE_DELETED_USER,
                                one.id().value(),
                                new RemoveDeletedUser(one.id(), gone.userId()));
            }
        }
        return outcome;
    }
}

package parlance.conversation.deletion;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.contracts.conversation.LeaveAllConversations;
import parlance.contracts.conversation.RemoveDeletedUser;
import parlance.conversation.document.ConversationStore;
import parlance.conversation.document.ConversationType;
import parlance.conversation.user.DeletedUserStore;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/**
 * Finds what a deleted user takes part in. Each group and channel gets a command of its own, so
 * that it changes in order with all else that happens to it.
 */
@Singleton
@HandlesRoute(Route.LEAVE_ALL_CONVERSATIONS)
final class LeaveEveryConversation implements RequestHandler<LeaveAllConversations> {

    private final ConversationStore conversations;
    private final DeletedUserStore deleted;

    LeaveEveryConversation(ConversationStore conversations, DeletedUserStore deleted) {
        this.conversations = conversations;
        this.deleted = deleted;
    }

    @Override
    public HandlerResult handle(Command<LeaveAllConversations> command) {
        var gone = command.request();
        deleted.add(gone.userId());
        var result = HandlerResult.noReply();
        for (var one : conversations.ofParticipant(gone.organizationId(), gone.userId())) {
            if (one.type() != ConversationType.DIRECT) {
                result =
                        result.forward(
                                Route.REMOVE_DELETED_USER,
                                one.id().value(),
                                new RemoveDeletedUser(one.id(), gone.userId()));
            }
        }
        return result;
    }
}

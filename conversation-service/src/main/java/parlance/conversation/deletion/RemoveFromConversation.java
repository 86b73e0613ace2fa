package parlance.conversation.deletion;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import parlance.contracts.Route;
import parlance.contracts.conversation.RemoveDeletedUser;
import parlance.conversation.change.ChangePublisher;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.ConversationStore;
import parlance.conversation.document.ConversationType;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;

/**
 * Takes a deleted user out of a group or channel, without a word to those who stay; the last one
 * out ends it. No client waits for an answer.
 */
@Singleton
@HandlesRoute(Route.REMOVE_DELETED_USER)
final class RemoveFromConversation implements RequestHandler<RemoveDeletedUser> {

    private final ConversationStore conversations;
    private final ChangePublisher changePublisher;
    private final OptimisticRetry retry;
    private final Clock clock;

    RemoveFromConversation(
            ConversationStore conversations,
            ChangePublisher changePublisher,
            OptimisticRetry retry,
            Clock clock) {
        this.conversations = conversations;
        this.changePublisher = changePublisher;
        this.retry = retry;
        this.clock = clock;
    }

    @Override
    public HandlerResult handle(Command<RemoveDeletedUser> command) {
        return retry.run("conversations", () -> removeUnlessOvertaken(command));
    }

    private Optional<HandlerResult> removeUnlessOvertaken(Command<RemoveDeletedUser> command) {
        var gone = command.request().userId();
        var found = conversations.find(command.request().conversationId());
        if (found.isEmpty() || found.get().type() == ConversationType.DIRECT) {
            return Optional.of(HandlerResult.noReply());
        }
        var conversation = found.get();
        if (!conversation.includes(gone)) {
            // Done before, perhaps by this very command, and perhaps it was not published.
            return Optional.of(published(conversation));
        }
        var rest = conversation.without(gone, command.position(), clock.instant());
        return conversations.replace(rest) ? Optional.of(published(rest)) : Optional.empty();
    }

    private HandlerResult published(Conversation stored) {
        return changePublisher.of(stored, null, List.of());
    }
}

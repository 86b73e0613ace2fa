package parlance.conversation.creation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.conversation.RejoinConversation;
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
 * A message was sent to people who have not been told of its conversation: brings the peer of a
 * direct conversation back, and tells all who joined since the version that message-service knows.
 * Who was told meanwhile is not told again: message-service compares the version.
 */
@Singleton
@HandlesRoute(Route.CONVERSATION_REJOIN)
final class RejoinUntold implements RequestHandler<RejoinConversation> {

    private final ConversationStore conversations;
    private final ChangePublisher changePublisher;
    private final OptimisticRetry retry;
    private final Clock clock;

    RejoinUntold(
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
    public HandlerResult handle(Command<RejoinConversation> command) {
        return retry.run("conversations", () -> rejoinUnlessOvertaken(command));
    }

    private Optional<HandlerResult> rejoinUnlessOvertaken(Command<RejoinConversation> command) {
        var found = conversations.find(command.request().conversationId());
        if (found.isEmpty() || found.get().isOver()) {
            return Optional.of(HandlerResult.noReply());
        }
        var conversation = found.get();
        var missing = missingPeer(conversation, command);
        if (missing.isEmpty()) {
            return Optional.of(told(conversation, command));
        }
        var whole = conversation.with(missing, command.position(), clock.instant());
        return conversations.replace(whole) ? Optional.of(told(whole, command)) : Optional.empty();
    }

    /** Not who left again after being brought back for this message, by this command or another. */
    private static List<UserId> missingPeer(
            Conversation conversation, Command<RejoinConversation> command) {
        if (conversation.type() != ConversationType.DIRECT) {
            return List.of();
        }
        var author = command.caller().userId();
        return Stream.concat(
                        Stream.of(conversation.ownerId()),
                        Stream.ofNullable(conversation.opponentId()))
                .filter(one -> !one.equals(author) && !conversation.includes(one))
                .filter(one -> !conversation.hasAdded(one, command.request().published()))
                .toList();
    }

    private HandlerResult told(Conversation conversation, Command<RejoinConversation> command) {
        var untold =
                conversation.participants().stream()
                        .filter(one -> one.joinedAt() > command.request().published())
                        .toList();
        return untold.isEmpty()
                ? HandlerResult.noReply()
                : changePublisher.rejoined(conversation, untold, command.caller().userId());
    }
}

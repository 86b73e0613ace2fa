package parlance.conversation.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import parlance.contracts.ErrorCode;
import parlance.conversation.change.ChangePublisher;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.ConversationStore;
import parlance.conversation.document.ConversationType;
import parlance.conversation.listing.AccessibleConversations;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.Rejection;
import parlance.kit.retry.OptimisticRetry;

/** Changes who follows a channel. No client is told of it; the directory is. */
@Singleton
final class ChannelSubscribers {

    private record Done(@JsonProperty("success") boolean success) {}

    private final AccessibleConversations conversations;
    private final ConversationStore store;
    private final ChangePublisher changePublisher;
    private final OptimisticRetry retry;
    private final Clock clock;

    ChannelSubscribers(
            AccessibleConversations conversations,
            ConversationStore store,
            ChangePublisher changePublisher,
            OptimisticRetry retry,
            Clock clock) {
        this.conversations = conversations;
        this.store = store;
        this.changePublisher = changePublisher;
        this.retry = retry;
        this.clock = clock;
    }

    /**
     * @param change what becomes of the channel at this moment; the same channel, if nothing does
     * @throws Rejection if it is no channel
     */
    HandlerResult change(
            String cid,
            Command<?> command,
            BiFunction<Conversation, Instant, Conversation> change) {
        return retry.run("conversations", () -> changeUnlessOvertaken(cid, command, change));
    }

    private Optional<HandlerResult> changeUnlessOvertaken(
            String cid,
            Command<?> command,
            BiFunction<Conversation, Instant, Conversation> change) {
        var channel = conversations.get(cid, command);
        if (channel.type() != ConversationType.CHANNEL) {
            throw new Rejection(ErrorCode.BAD_REQUEST);
        }
        var changed = change.apply(channel, clock.instant());
        return changed.equals(channel) || store.replace(changed)
                ? Optional.of(changePublisher.of(changed, new Done(true), List.of()))
                : Optional.empty();
    }
}

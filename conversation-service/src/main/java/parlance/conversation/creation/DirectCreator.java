package parlance.conversation.creation;

import static parlance.contracts.OfflinePolicy.LOG;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.conversation.change.ChangePublisher;
import parlance.conversation.change.EventPacket;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.Conversation.Change;
import parlance.conversation.document.Conversation.Participant;
import parlance.conversation.document.ConversationStore;
import parlance.conversation.document.ConversationType;
import parlance.conversation.document.DirectKey;
import parlance.internalapi.file.ImageUrls;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.retry.OptimisticRetry;

/** Begins a direct conversation, or finds the one that there is and brings back who has left it. */
@Singleton
final class DirectCreator {

    private final ConversationStore conversations;
    private final PeerResolver peerResolver;
    private final ImageUrls imageUrls;
    private final ChangePublisher changePublisher;
    private final OptimisticRetry retry;
    private final Clock clock;

    DirectCreator(
            ConversationStore conversations,
            PeerResolver peerResolver,
            ImageUrls imageUrls,
            ChangePublisher changePublisher,
            OptimisticRetry retry,
            Clock clock) {
        this.conversations = conversations;
        this.peerResolver = peerResolver;
        this.imageUrls = imageUrls;
        this.changePublisher = changePublisher;
        this.retry = retry;
        this.clock = clock;
    }

    HandlerResult open(Command<CreateConversation.Request> command) {
        var own = conversations.find(new ConversationId(command.mintedId()));
        return own.isPresent() ? result(own.get(), command) : openPair(command);
    }

    private HandlerResult openPair(Command<CreateConversation.Request> command) {
        var caller = command.caller().userId();
        var opponent = peerResolver.find(command.caller(), command.request());
        var pair = DirectKey.of(caller, opponent, command.request().isEncrypted());
        return retry.run(
                "conversations",
                () ->
                        conversations
                                .findByPair(pair)
                                .map(existing -> reopenUnlessOvertaken(existing, opponent, command))
                                .orElseGet(() -> makeUnlessOvertaken(opponent, command)));
    }

    private Optional<HandlerResult> makeUnlessOvertaken(
            UserId opponent, Command<CreateConversation.Request> command) {
        var made = make(opponent, command);
        return conversations.add(made) ? Optional.of(result(made, command)) : Optional.empty();
    }

    private Optional<HandlerResult> reopenUnlessOvertaken(
            Conversation existing, UserId opponent, Command<CreateConversation.Request> command) {
        var caller = command.caller().userId();
        var whole = withBoth(existing, List.of(caller, opponent), command.position());
        if (!whole.equals(existing) && !conversations.replace(whole)) {
            return Optional.empty();
        }
        return Optional.of(result(whole, command));
    }

    private Conversation make(UserId opponent, Command<CreateConversation.Request> command) {
        var both = List.of(command.caller().userId(), opponent);
        var image = command.request().image();
        if (image != null) {
            imageUrls.grantAccess(image, command.caller(), new ConversationId(command.mintedId()));
        }
        var now = now();
        return new Conversation(
                new ConversationId(command.mintedId()),
                command.caller().organizationId(),
                ConversationType.DIRECT,
                1,
                command.caller().userId(),
                opponent,
                command.request().isEncrypted(),
                command.request().profile(),
                both.size(),
                both.stream().map(userId -> new Participant(userId, 1, false)).toList(),
                List.of(Change.adding(both, command.position(), 1)),
                now,
                now);
    }

    private Conversation withBoth(Conversation existing, List<UserId> both, Position position) {
        var missing = both.stream().filter(userId -> !existing.includes(userId)).toList();
        return missing.isEmpty() || existing.changeAt(position).isPresent()
                ? existing
                : existing.with(missing, position, now());
    }

    /** Told to whom this command brought in, and to the caller's other connections. */
    private HandlerResult result(
            Conversation conversation, Command<CreateConversation.Request> command) {
        var caller = command.caller().userId();
        var told = new LinkedHashSet<UserId>();
        conversation.changeAt(command.position()).ifPresent(change -> told.addAll(change.added()));
        told.add(caller);
        var created =
                new Notice(
                        List.copyOf(told),
                        EventPacket.created(conversation, caller, now()),
                        true,
                        caller,
                        Set.of(LOG));
        return changePublisher.answeringWithLastMove(conversation, List.of(created));
    }

    private Instant now() {
        return clock.instant();
    }
}

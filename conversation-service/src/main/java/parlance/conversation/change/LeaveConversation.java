package parlance.conversation.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.ConversationStore;
import parlance.conversation.document.ConversationType;
import parlance.conversation.listing.AccessibleConversations;
import parlance.internalapi.user.UserLookup;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;

/** Leaves a conversation, which clients call deleting it; the last one out ends it. */
@Singleton
@HandlesRoute(Route.CONVERSATION_DELETE)
final class LeaveConversation implements RequestHandler<LeaveConversation.Request> {

    record Request(@JsonProperty("id") @NotNull @Size(min = 1) String id) {}

    private record Answer(@JsonProperty("success") boolean success) {}

    private final AccessibleConversations conversations;
    private final ConversationStore store;
    private final UserLookup userLookup;
    private final ChangePublisher changePublisher;
    private final OptimisticRetry retry;
    private final Clock clock;

    LeaveConversation(
            AccessibleConversations conversations,
            ConversationStore store,
            UserLookup userLookup,
            ChangePublisher changePublisher,
            OptimisticRetry retry,
            Clock clock) {
        this.conversations = conversations;
        this.store = store;
        this.userLookup = userLookup;
        this.changePublisher = changePublisher;
        this.retry = retry;
        this.clock = clock;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        return retry.run("conversations", () -> leaveUnlessOvertaken(command));
    }

    private Optional<HandlerResult> leaveUnlessOvertaken(Command<Request> command) {
        var leaver = command.caller();
        var conversation = conversations.get(command.request().id(), command);
        if (conversation.changeAt(command.position()).isPresent()) {
            return Optional.of(result(conversation, leaver));
        }
        if (!conversation.includes(leaver.userId())) {
            throw new Rejection(ErrorCode.PARTICIPANT_NOT_FOUND);
        }
        var rest = conversation.without(leaver.userId(), command.position(), clock.instant());
        return store.replace(rest) ? Optional.of(result(rest, leaver)) : Optional.empty();
    }

    private HandlerResult result(Conversation rest, Caller leaver) {
        // Who leaves a direct conversation leaves it silently.
        var steps =
                rest.type() == ConversationType.DIRECT ? List.<Step>of() : farewell(rest, leaver);
        return changePublisher.of(rest, new Answer(true), steps);
    }

    private List<Step> farewell(Conversation rest, Caller leaver) {
        var id = leaver.userId();
        var steps = new ArrayList<Step>();
        var user = userLookup.find(leaver.organizationId(), List.of(id)).get(id);
        if (user != null && !rest.isOver()) {
            steps.add(ParticipantMessage.left(user));
        }
        steps.add(
                new Notice(
                        List.of(id),
                        EventPacket.kicked(rest, id, rest.updatedAt()),
                        true,
                        id,
                        Set.of()));
        return steps;
    }
}

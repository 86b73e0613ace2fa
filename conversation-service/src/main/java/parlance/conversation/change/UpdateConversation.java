package parlance.conversation.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.contracts.file.ImageRef;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.Conversation.Change;
import parlance.conversation.document.ConversationStore;
import parlance.conversation.document.ConversationType;
import parlance.conversation.listing.AccessibleConversations;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;

/** Changes how a conversation looks and who takes part, all of it or nothing. */
@Singleton
@HandlesRoute(Route.CONVERSATION_UPDATE)
final class UpdateConversation implements RequestHandler<UpdateConversation.Request> {

    /** Additions are done before removals. */
    record People(
            @JsonProperty("add") @Nullable List<UserId> add,
            @JsonProperty("remove") @Nullable List<UserId> remove) {

        List<UserId> added() {
            return add == null ? List.of() : add;
        }

        List<UserId> removed() {
            return remove == null ? List.of() : remove;
        }
    }

    record Request(
            @JsonProperty("id") @NotNull @Size(min = 1) String id,
            @JsonProperty("name") @Size(min = 1, max = 255) @Nullable String name,
            @JsonProperty("description") @Size(max = 255) @Nullable String description,
            @JsonProperty("participants") @Nullable People participants,
            @JsonProperty("admins") @Nullable People admins,
            @JsonProperty("image_object") @Valid @Nullable ImageRef image) {}

    private record Deleted(@JsonProperty("deleted") boolean deleted) {}

    private final AccessibleConversations conversations;
    private final ConversationStore store;
    private final UpdateApplier updateApplier;
    private final ChangeEvents changeEvents;
    private final ChangePublisher changePublisher;
    private final OptimisticRetry retry;
    private final Clock clock;

    UpdateConversation(
            AccessibleConversations conversations,
            ConversationStore store,
            UpdateApplier updateApplier,
            ChangeEvents changeEvents,
            ChangePublisher changePublisher,
            OptimisticRetry retry,
            Clock clock) {
        this.conversations = conversations;
        this.store = store;
        this.updateApplier = updateApplier;
        this.changeEvents = changeEvents;
        this.changePublisher = changePublisher;
        this.retry = retry;
        this.clock = clock;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        return retry.run("conversations", () -> updateUnlessOvertaken(command));
    }

    private Optional<HandlerResult> updateUnlessOvertaken(Command<Request> command) {
        var conversation = conversations.get(command.request().id(), command);
        var known = conversation.changeAt(command.position());
        if (known.isPresent()) {
            return Optional.of(result(conversation, known.get(), command.caller()));
        }
        refuseOutsider(conversation, command.caller().userId());
        var changed = updateApplier.of(conversation, command, clock.instant());
        return store.replace(changed)
                ? Optional.of(result(changed, changed.changes().getLast(), command.caller()))
                : Optional.empty();
    }

    private static void refuseOutsider(Conversation conversation, UserId userId) {
        var may =
                conversation.type() == ConversationType.DIRECT
                        ? conversation.includes(userId)
                        : conversation.isLedBy(userId);
        if (!may) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
    }

    private HandlerResult result(Conversation changed, Change change, Caller actor) {
        var steps =
                changed.type() == ConversationType.DIRECT
                        ? List.<Step>of()
                        : changeEvents.of(changed, change, actor.userId());
        return changed.isOver()
                ? changePublisher.of(changed, new Deleted(true), steps)
                : changePublisher.answering(changed, steps);
    }
}

package parlance.conversation.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.contracts.file.Picture;
import parlance.conversation.conversation.Conversation.Change;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Changes how a conversation looks and who takes part, all of it or nothing. */
@Singleton
@Answers(Route.CONVERSATION_UPDATE)
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
            @JsonProperty("image_object") @Valid @Nullable Picture image) {}

    private record Deleted(@JsonProperty("deleted") boolean deleted) {}

    private final OwnConversations conversations;
    private final ConversationStore store;
    private final Revision revision;
    private final Storyline storyline;
    private final Publication publication;
    private final Clock clock;

    UpdateConversation(
            OwnConversations conversations,
            ConversationStore store,
            Revision revision,
            Storyline storyline,
            Publication publication,
            Clock clock) {
        this.conversations = conversations;
        this.store = store;
        this.revision = revision;
        this.storyline = storyline;
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        while (true) {
            var conversation = conversations.get(command.request().id(), command);
            var known = conversation.changeAt(command.position());
            if (known.isPresent()) {
                return outcome(conversation, known.get(), command.caller());
            }
            refuseOutsider(conversation, command.caller().userId());
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var changed = revision.of(conversation, command, now);
            // Else it was changed meanwhile: look again.
            if (store.replace(changed)) {
                return outcome(changed, changed.changes().getLast(), command.caller());
            }
        }
    }

    private static void refuseOutsider(Conversation conversation, UserId userId) {
        var may =
                conversation.kind() == Kind.PRIVATE
                        ? conversation.includes(userId)
                        : conversation.isLedBy(userId);
        if (!may) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
    }

    private Outcome outcome(Conversation changed, Change change, Caller actor) {
        var steps =
                changed.kind() == Kind.PRIVATE
                        ? List.<Step>of()
                        : storyline.of(changed, change, actor.userId());
        return changed.isOver()
                ? publication.of(changed, new Deleted(true), steps)
                : publication.answering(changed, steps);
    }
}

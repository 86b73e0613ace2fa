package parlance.message.reaction;

import static parlance.contracts.Absent.LOG;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Delivery;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.message.directory.Conversations;
import parlance.message.head.Audience;
import parlance.message.message.ForeignIds;
import parlance.message.message.Message;
import parlance.message.message.ReachableMessages;
import parlance.message.reaction.Reactions.Change;

/** Adds or takes back a reaction; who reacts twice the same reacts once. */
@Singleton
@Answers(Route.MESSAGE_REACTIONS_UPDATE)
final class UpdateReactions implements RequestHandler<UpdateReactions.Request> {

    record Request(
            @JsonProperty("mid") @NotEmpty(message = "INCORRECT_MESSAGE_ID") String mid,
            @JsonProperty("add") @Size(min = 1, max = 10) @Nullable String add,
            @JsonProperty("remove") @Size(min = 1, max = 10) @Nullable String remove) {}

    private record Packet(@JsonProperty("message_reactions_update") Body update) {}

    private record Body(
            @JsonProperty("mid") MessageId messageId,
            @JsonProperty("cid") ConversationId conversationId,
            @JsonProperty("c_type") String conversationType,
            @JsonProperty("from") UserId from,
            @JsonProperty("add") @Nullable String add,
            @JsonProperty("remove") @Nullable String remove) {}

    private final ForeignIds foreignIds;
    private final ReachableMessages reachable;
    private final Conversations conversations;
    private final ReactionStore reactions;
    private final Audience audience;

    UpdateReactions(
            ForeignIds foreignIds,
            ReachableMessages reachable,
            Conversations conversations,
            ReactionStore reactions,
            Audience audience) {
        this.foreignIds = foreignIds;
        this.reachable = reachable;
        this.conversations = conversations;
        this.reactions = reactions;
        this.audience = audience;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        if (command.request().add() == null && command.request().remove() == null) {
            throw Rejection.invalid("\"value\" must contain at least one of [add, remove]");
        }
        return foreignIds.atHome(
                command.request().mid(), command, message -> react(message, command));
    }

    private Outcome react(Optional<Message> found, Command<Request> command) {
        var known = found.flatMap(one -> reactions.get(one.id()).changeAt(command.position()));
        if (found.isPresent() && known.isPresent()) {
            return tell(found.get(), known.get(), command);
        }
        var message = reachable.get(command.request().mid(), command.caller()).message();
        while (true) {
            var before = reactions.get(message.id());
            var change = changeOf(before, command);
            if (change.added() == null && change.removed() == null) {
                return Outcome.success();
            }
            // Else somebody else reacted meanwhile: look again.
            if (reactions.replace(message.id(), before.with(change, command.caller().userId()))) {
                return tell(message, change, command);
            }
        }
    }

    /** Only what really changes. */
    private static Change changeOf(Reactions before, Command<Request> command) {
        var user = command.caller().userId();
        var add = command.request().add();
        var remove = command.request().remove();
        return new Change(
                command.position(),
                before.isGiven(add, user) ? null : add,
                before.isGiven(remove, user) ? remove : null);
    }

    private Outcome tell(Message message, Change change, Command<Request> command) {
        var author = command.caller().userId();
        var packet =
                new Packet(
                        new Body(
                                message.id(),
                                message.conversationId(),
                                message.conversationType(),
                                author,
                                change.added(),
                                change.removed()));
        return conversations
                .find(message.conversationId(), command.caller())
                .filter(conversation -> !conversation.type().equals("c"))
                .map(conversation -> Delivery.of(packet, audience.of(conversation)))
                .map(delivery -> delivery.except(command.connection()).by(author).whenAbsent(LOG))
                .map(Outcome.success()::deliver)
                .orElseGet(Outcome::success);
    }
}

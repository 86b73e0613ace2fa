package parlance.message.reaction;

import static parlance.contracts.Absent.LOG;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
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
import parlance.message.head.Audience;
import parlance.message.message.ReachableMessages;
import parlance.message.message.ReachableMessages.Reached;
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

    private final ReachableMessages reachable;
    private final ReactionStore reactions;
    private final Audience audience;

    UpdateReactions(ReachableMessages reachable, ReactionStore reactions, Audience audience) {
        this.reachable = reachable;
        this.reactions = reactions;
        this.audience = audience;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        if (command.request().add() == null && command.request().remove() == null) {
            throw Rejection.invalid("\"value\" must contain at least one of [add, remove]");
        }
        var reached = reachable.get(command.request().mid(), command.caller());
        var id = reached.message().id();
        while (true) {
            var before = reactions.get(id);
            var known = before.changeAt(command.position());
            if (known.isPresent()) {
                return tell(reached, known.get(), command);
            }
            var change = changeOf(before, command);
            if (change.added() == null && change.removed() == null) {
                return Outcome.success();
            }
            if (reactions.replace(id, before.with(change, command.caller().userId()))) {
                return tell(reached, change, command);
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

    private Outcome tell(Reached reached, Change change, Command<Request> command) {
        var conversation = reached.conversation();
        if (conversation.type().equals("c")) {
            return Outcome.success();
        }
        var author = command.caller().userId();
        var packet =
                new Packet(
                        new Body(
                                reached.message().id(),
                                conversation.id(),
                                conversation.type(),
                                author,
                                change.added(),
                                change.removed()));
        return Outcome.success()
                .deliver(
                        Delivery.of(packet, audience.of(conversation))
                                .except(command.connection())
                                .by(author)
                                .whenAbsent(LOG));
    }
}

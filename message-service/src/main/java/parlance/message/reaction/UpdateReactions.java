package parlance.message.reaction;

import static parlance.contracts.OfflinePolicy.LOG;

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
import parlance.contracts.message.MessageEvent.ReactionsChanged;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;
import parlance.message.directory.Conversations;
import parlance.message.document.AccessibleMessages;
import parlance.message.document.Message;
import parlance.message.editing.MigratedMessageRouting;
import parlance.message.reaction.Reactions.Change;
import parlance.message.tail.PublishedRecipients;

/** Adds or takes back a reaction; who reacts twice the same reacts once. */
@Singleton
@HandlesRoute(Route.MESSAGE_REACTIONS_UPDATE)
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

    private final MigratedMessageRouting migratedMessageRouting;
    private final AccessibleMessages reachable;
    private final Conversations conversations;
    private final ReactionStore reactions;
    private final PublishedRecipients publishedRecipients;
    private final OptimisticRetry retry;

    UpdateReactions(
            MigratedMessageRouting migratedMessageRouting,
            AccessibleMessages reachable,
            Conversations conversations,
            ReactionStore reactions,
            PublishedRecipients publishedRecipients,
            OptimisticRetry retry) {
        this.migratedMessageRouting = migratedMessageRouting;
        this.reachable = reachable;
        this.conversations = conversations;
        this.reactions = reactions;
        this.publishedRecipients = publishedRecipients;
        this.retry = retry;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        if (command.request().add() == null && command.request().remove() == null) {
            throw Rejection.invalid("\"value\" must contain at least one of [add, remove]");
        }
        return migratedMessageRouting.onOwnPartition(
                command.request().mid(), command, message -> react(message, command));
    }

    private HandlerResult react(Optional<Message> found, Command<Request> command) {
        var known = found.flatMap(one -> reactions.get(one.id()).changeAt(command.position()));
        if (found.isPresent() && known.isPresent()) {
            return tell(found.get(), known.get(), command);
        }
        var message = reachable.get(command.request().mid(), command.caller()).message();
        return retry.run("reactions", () -> reactUnlessOvertaken(message, command));
    }

    private Optional<HandlerResult> reactUnlessOvertaken(
            Message message, Command<Request> command) {
        var before = reactions.get(message.id());
        var change = changeOf(before, command);
        if (change.added() == null && change.removed() == null) {
            return Optional.of(HandlerResult.success());
        }
        var after = before.with(change, command.caller().userId());
        return reactions.replace(message.id(), after)
                ? Optional.of(tell(message, change, command))
                : Optional.empty();
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

    private HandlerResult tell(Message message, Change change, Command<Request> command) {
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
        var told =
                HandlerResult.success()
                        .publish(
                                new ReactionsChanged(
                                        message.conversationId(),
                                        command.caller().organizationId(),
                                        message.id(),
                                        author,
                                        change.added(),
                                        change.removed(),
                                        command.acceptedAt()));
        return conversations
                .find(message.conversationId(), command.caller())
                .filter(directoryConversation -> !directoryConversation.type().equals("c"))
                .map(directoryConversation ->
                        Delivery.of(packet, publishedRecipients.of(directoryConversation)))
                .map(delivery -> delivery.except(command.connection()).by(author).whenOffline(LOG))
                .map(told::deliver)
                .orElse(told);
    }
}

package parlance.message.deletion;

import static parlance.contracts.OfflinePolicy.LOG;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.contracts.Delivery;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.message.MessageEvent.MessagesDeleted;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.directory.Conversations;
import parlance.message.document.MessageStore;
import parlance.message.reaction.ReactionStore;
import parlance.message.tail.PublishedRecipients;

/** Deletes messages, for oneself or for everybody; any participant may delete any message. */
@Singleton
@HandlesRoute(Route.MESSAGE_DELETE)
final class DeleteMessages implements RequestHandler<DeleteMessages.Request> {

    record Request(
            @JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid,
            @JsonProperty("type")
                    @NotNull(message = "MESSAGE_TYPE_MISSED")
                    @Pattern(regexp = "myself|all", message = "INCORRECT_TYPE")
                    String type,
            @JsonProperty("ids") @NotEmpty(message = "MESSAGE_ID_MISSED") List<MessageId> ids) {

        ConversationId conversationId() {
            return new ConversationId(cid);
        }

        boolean isForMyself() {
            return type.equals("myself");
        }
    }

    private record Packet(@JsonProperty("message_delete") Body delete) {}

    private record Body(
            @JsonProperty("cid") ConversationId conversationId,
            @JsonProperty("ids") List<MessageId> ids,
            @JsonProperty("type") String type,
            @JsonProperty("from") UserId from,
            @JsonProperty("c_type") String conversationType) {}

    private final MessageStore messages;
    private final ReactionStore reactions;
    private final Conversations conversations;
    private final PublishedRecipients publishedRecipients;

    DeleteMessages(
            MessageStore messages,
            ReactionStore reactions,
            Conversations conversations,
            PublishedRecipients publishedRecipients) {
        this.messages = messages;
        this.reactions = reactions;
        this.conversations = conversations;
        this.publishedRecipients = publishedRecipients;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var request = command.request();
        var directoryConversation = conversationFor(command);
        if (request.isForMyself()) {
            messages.hide(directoryConversation.id(), request.ids(), command.caller().userId());
            return HandlerResult.success();
        }
        messages.tombstone(directoryConversation.id(), request.ids(), command.position());
        return tell(directoryConversation, command);
    }

    /**
     * Checked the first time only: what was begun is finished, also if its author left meanwhile.
     */
    private DirectoryConversation conversationFor(Command<Request> command) {
        var cid = command.request().conversationId();
        var directoryConversation = conversations.get(cid, command.caller());
        var begun = messages.buriedBy(cid, command.request().ids(), command.position());
        return begun.isEmpty()
                ? conversations.getAsParticipant(cid, command.caller())
                : directoryConversation;
    }

    private HandlerResult tell(
            DirectoryConversation directoryConversation, Command<Request> command) {
        var request = command.request();
        var buried =
                messages.buriedBy(directoryConversation.id(), request.ids(), command.position());
        reactions.removeAll(buried);
        var ids = request.ids().stream().filter(buried::contains).distinct().toList();
        if (ids.isEmpty()) {
            return HandlerResult.success();
        }
        var author = command.caller().userId();
        var deleted =
                new MessagesDeleted(
                        directoryConversation.id(),
                        directoryConversation.organizationId(),
                        ids,
                        author,
                        command.acceptedAt());
        var packet =
                new Packet(
                        new Body(
                                directoryConversation.id(),
                                ids,
                                request.type(),
                                author,
                                directoryConversation.type()));
        return HandlerResult.success()
                .publish(deleted)
                .deliver(
                        Delivery.of(packet, publishedRecipients.of(directoryConversation))
                                .except(command.connection())
                                .by(author)
                                .whenOffline(LOG));
    }
}

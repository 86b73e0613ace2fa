package parlance.message.deletion;

import static parlance.contracts.Absent.LOG;

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
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;
import parlance.kit.directory.Conversation;
import parlance.message.directory.Conversations;
import parlance.message.head.Audience;
import parlance.message.message.MessageStore;
import parlance.message.reaction.ReactionStore;

/** Deletes messages, for oneself or for everybody; any participant may delete any message. */
@Singleton
@Answers(Route.MESSAGE_DELETE)
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
    private final Audience audience;

    DeleteMessages(
            MessageStore messages,
            ReactionStore reactions,
            Conversations conversations,
            Audience audience) {
        this.messages = messages;
        this.reactions = reactions;
        this.conversations = conversations;
        this.audience = audience;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var request = command.request();
        var conversation = conversationFor(command);
        if (request.isForMyself()) {
            messages.hide(conversation.id(), request.ids(), command.caller().userId());
            return Outcome.success();
        }
        messages.bury(conversation.id(), request.ids(), command.position());
        return tell(conversation, command);
    }

    /** Checked the first time only: what was begun is finished, whoever has left meanwhile. */
    private Conversation conversationFor(Command<Request> command) {
        var cid = command.request().conversationId();
        var conversation = conversations.get(cid, command.caller());
        var begun = messages.buriedBy(cid, command.request().ids(), command.position());
        return begun.isEmpty()
                ? conversations.getAsParticipant(cid, command.caller())
                : conversation;
    }

    private Outcome tell(Conversation conversation, Command<Request> command) {
        var request = command.request();
        var buried = messages.buriedBy(conversation.id(), request.ids(), command.position());
        reactions.removeAll(buried);
        var ids = request.ids().stream().filter(buried::contains).distinct().toList();
        if (ids.isEmpty()) {
            return Outcome.success();
        }
        var author = command.caller().userId();
        var deleted =
                new MessagesDeleted(
                        conversation.id(),
                        conversation.organizationId(),
                        ids,
                        author,
                        command.acceptedAt());
        var packet =
                new Packet(
                        new Body(
                                conversation.id(),
                                ids,
                                request.type(),
                                author,
                                conversation.type()));
        return Outcome.success()
                .publish(deleted)
                .deliver(
                        Delivery.of(packet, audience.of(conversation))
                                .except(command.connection())
                                .by(author)
                                .whenAbsent(LOG));
    }
}

package parlance.message.message;

import static parlance.contracts.Absent.LOG;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import parlance.contracts.ConversationId;
import parlance.contracts.Delivery;
import parlance.contracts.ErrorCode;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.message.MessageEvent.MessageEdited;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.directory.Conversation;
import parlance.message.directory.Conversations;
import parlance.message.head.Audience;

/** Gives a message another body; only its author may. */
@Singleton
@Answers(Route.MESSAGE_EDIT)
final class EditMessage implements RequestHandler<EditMessage.Request> {

    record Request(
            @JsonProperty("id")
                    @NotNull(message = "MESSAGE_ID_NOT_FOUND")
                    @Size(min = 1, message = "INCORRECT_MESSAGE_ID")
                    String id,
            @JsonProperty("body")
                    @NotNull(message = "MESSAGE_BODY_AND_ATTACHMENTS_EMPTY")
                    @Size(min = 1, max = 65_536, message = "MESSAGE_BODY_AND_ATTACHMENTS_EMPTY")
                    String body) {}

    private record Packet(@JsonProperty("message_edit") Body edit) {}

    private record Body(
            @JsonProperty("id") MessageId id,
            @JsonProperty("body") String body,
            @JsonProperty("from") UserId from,
            @JsonProperty("cid") ConversationId conversationId,
            @JsonProperty("c_type") String conversationType) {}

    private final MessageStore messages;
    private final ReachableMessages reachable;
    private final Conversations conversations;
    private final Audience audience;
    private final ForeignIds foreignIds;
    private final Clock clock;

    EditMessage(
            MessageStore messages,
            ReachableMessages reachable,
            Conversations conversations,
            Audience audience,
            ForeignIds foreignIds,
            Clock clock) {
        this.messages = messages;
        this.reachable = reachable;
        this.conversations = conversations;
        this.audience = audience;
        this.foreignIds = foreignIds;
        this.clock = clock;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        return foreignIds.atHome(
                command.request().id(), command, message -> edit(message, command));
    }

    private Outcome edit(Optional<Message> found, Command<Request> command) {
        if (found.isPresent() && found.get().edits().contains(command.position())) {
            return tell(found.get(), command);
        }
        while (true) {
            var message = reachable.get(command.request().id(), command.caller()).message();
            if (!message.from().equals(command.caller().userId())) {
                throw new Rejection(ErrorCode.FORBIDDEN);
            }
            if (message.isEditedSince(command.position())) {
                return Outcome.success();
            }
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var edited = message.edited(command.request().body(), command.position(), now);
            // Else it was changed meanwhile: look again.
            if (messages.replaceBody(message, edited)) {
                return tell(edited, command);
            }
        }
    }

    private Outcome tell(Message message, Command<Request> command) {
        var edited =
                new MessageEdited(
                        message.conversationId(),
                        command.caller().organizationId(),
                        message.id(),
                        message.from(),
                        command.acceptedAt());
        var told = Outcome.success().publish(edited);
        return conversations
                .find(message.conversationId(), command.caller())
                .map(conversation -> told.deliver(deliveryOf(message, conversation, command)))
                .orElse(told);
    }

    private Delivery deliveryOf(
            Message message, Conversation conversation, Command<Request> command) {
        var packet =
                new Packet(
                        new Body(
                                message.id(),
                                command.request().body(),
                                message.from(),
                                message.conversationId(),
                                message.conversationType()));
        return Delivery.of(packet, audience.of(conversation))
                .except(command.connection())
                .by(message.from())
                .whenAbsent(LOG);
    }
}

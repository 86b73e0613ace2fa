package parlance.message.editing;

import static parlance.contracts.OfflinePolicy.LOG;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import parlance.contracts.ConversationId;
import parlance.contracts.Delivery;
import parlance.contracts.ErrorCode;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.message.MessageEvent.MessageEdited;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.directory.DirectoryConversation;
import parlance.kit.retry.OptimisticRetry;
import parlance.message.directory.Conversations;
import parlance.message.document.AccessibleMessages;
import parlance.message.document.Message;
import parlance.message.document.MessageStore;
import parlance.message.tail.PublishedRecipients;

/** Gives a message another body; only its author may. */
@Singleton
@HandlesRoute(Route.MESSAGE_EDIT)
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
    private final AccessibleMessages reachable;
    private final Conversations conversations;
    private final PublishedRecipients publishedRecipients;
    private final MigratedMessageRouting migratedMessageRouting;
    private final OptimisticRetry retry;
    private final Clock clock;

    EditMessage(
            MessageStore messages,
            AccessibleMessages reachable,
            Conversations conversations,
            PublishedRecipients publishedRecipients,
            MigratedMessageRouting migratedMessageRouting,
            OptimisticRetry retry,
            Clock clock) {
        this.messages = messages;
        this.reachable = reachable;
        this.conversations = conversations;
        this.publishedRecipients = publishedRecipients;
        this.migratedMessageRouting = migratedMessageRouting;
        this.retry = retry;
        this.clock = clock;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        return migratedMessageRouting.onOwnPartition(
                command.request().id(), command, message -> edit(message, command));
    }

    private HandlerResult edit(Optional<Message> found, Command<Request> command) {
        if (found.isPresent() && found.get().edits().contains(command.position())) {
            return tell(found.get(), command);
        }
        return retry.run("messages", () -> editUnlessOvertaken(command));
    }

    private Optional<HandlerResult> editUnlessOvertaken(Command<Request> command) {
        var message = reachable.get(command.request().id(), command.caller()).message();
        if (!message.from().equals(command.caller().userId())) {
            throw new Rejection(ErrorCode.FORBIDDEN);
        }
        if (message.isEditedSince(command.position())) {
            return Optional.of(HandlerResult.success());
        }
        var edited = message.edited(command.request().body(), command.position(), clock.instant());
        return messages.replaceBody(message, edited)
                ? Optional.of(tell(edited, command))
                : Optional.empty();
    }

    private HandlerResult tell(Message message, Command<Request> command) {
        var edited =
                new MessageEdited(
                        message.conversationId(),
                        command.caller().organizationId(),
                        message.id(),
                        message.from(),
                        command.acceptedAt());
        var told = HandlerResult.success().publish(edited);
        return conversations
                .find(message.conversationId(), command.caller())
                .map(directoryConversation ->
                        told.deliver(deliveryOf(message, directoryConversation, command)))
                .orElse(told);
    }

    private Delivery deliveryOf(
            Message message,
            DirectoryConversation directoryConversation,
            Command<Request> command) {
        var packet =
                new Packet(
                        new Body(
                                message.id(),
                                command.request().body(),
                                message.from(),
                                message.conversationId(),
                                message.conversationType()));
        return Delivery.of(packet, publishedRecipients.of(directoryConversation))
                .except(command.connection())
                .by(message.from())
                .whenOffline(LOG);
    }
}

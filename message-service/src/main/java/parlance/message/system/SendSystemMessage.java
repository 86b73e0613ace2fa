package parlance.message.system;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.Delivery;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.internalapi.user.UserLookup;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.message.directory.Conversations;
import parlance.message.tail.PublishedRecipients;

/** Brings a client's own packet to people or to a conversation; it is not stored. */
@Singleton
@HandlesRoute(Route.SYSTEM_MESSAGE)
final class SendSystemMessage implements RequestHandler<SendSystemMessage.Request> {

    record Request(
            @JsonProperty("id") @NotEmpty(message = "INCORRECT_MESSAGE_ID") String id,
            @JsonProperty("cid") @Nullable String cid,
            @JsonProperty("uids") @Size(max = 20, message = "SYSTEM_MESSAGE_TOO_MANY_RECIPIENTS")
                    @Nullable List<UserId> userIds,
            @JsonProperty("x") @NotNull(message = "SYSTEM_MESSAGE_X_REQUIRED") ObjectNode x) {}

    private record Ack(@JsonProperty("ask") Taken ask, @JsonProperty("ack") Taken ack) {}

    private record Taken(@JsonProperty("mid") String id, @JsonProperty("t") long seconds) {}

    private record Packet(@JsonProperty("system_message") Body body) {}

    private record Body(
            @JsonProperty("_id") String id,
            @JsonProperty("t") long seconds,
            @JsonProperty("from") UserId from,
            @JsonProperty("x") ObjectNode x,
            @JsonProperty("cid") @Nullable String cid) {}

    private final Conversations conversations;
    private final PublishedRecipients publishedRecipients;
    private final UserLookup userLookup;

    SendSystemMessage(
            Conversations conversations,
            PublishedRecipients publishedRecipients,
            UserLookup userLookup) {
        this.conversations = conversations;
        this.publishedRecipients = publishedRecipients;
        this.userLookup = userLookup;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var request = command.request();
        var recipients = recipientsOf(command);
        // When it came in, not when it is worked on: a replay says the same.
        var seconds = command.acceptedAt().getEpochSecond();
        var from = command.caller().userId();
        var taken = new Taken(request.id(), seconds);
        var packet = new Packet(new Body(request.id(), seconds, from, request.x(), request.cid()));
        return HandlerResult.packet(new Ack(taken, taken))
                .deliver(Delivery.of(packet, recipients).except(command.connection()));
    }

    private List<UserId> recipientsOf(Command<Request> command) {
        var cid = command.request().cid();
        var userIds = command.request().userIds();
        var named = userIds == null ? List.<UserId>of() : userIds;
        if ((cid == null) == named.isEmpty()) {
            throw new Rejection(ErrorCode.SYSTEM_MESSAGE_RECIPIENTS_REQUIRED);
        }
        return cid == null
                ? userLookup.findExisting(command.caller().organizationId(), named)
                : publishedRecipients.of(
                        conversations.getAsParticipant(new ConversationId(cid), command.caller()));
    }
}

package parlance.message.system;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;
import parlance.message.directory.Conversations;

/** A client could not decrypt messages. It is shown nowhere, so nothing is kept of it. */
@Singleton
@HandlesRoute(Route.MESSAGE_DECRYPTION_FAILED)
final class ReportUndecipherable implements RequestHandler<ReportUndecipherable.Request> {

    record Request(
            @JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid,
            @JsonProperty("ids") @NotEmpty List<MessageId> ids) {}

    private final Conversations conversations;

    ReportUndecipherable(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        conversations.getAsParticipant(
                new ConversationId(command.request().cid()), command.caller());
        return HandlerResult.success();
    }
}

package parlance.message.system;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;
import parlance.message.directory.Conversations;

/** A client could not decrypt messages. Nobody sees this anywhere, so nothing is kept of it. */
@Singleton
@Answers(Route.MESSAGE_DECRYPTION_FAILED)
final class ReportUndecipherable implements RequestHandler<ReportUndecipherable.Request> {

    record Request(
            @JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid,
            @JsonProperty("ids") @NotEmpty List<MessageId> ids) {}

    private final Conversations conversations;

    ReportUndecipherable(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        conversations.getAsParticipant(
                new ConversationId(command.request().cid()), command.caller());
        return Outcome.success();
    }
}

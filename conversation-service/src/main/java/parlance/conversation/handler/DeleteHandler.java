package parlance.conversation.handler;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Forgets a conversation's handler. */
@Singleton
@HandlesRoute(Route.CONVERSATION_HANDLER_DELETE)
final class DeleteHandler implements RequestHandler<DeleteHandler.Request> {

    record Request(@JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid) {}

    private final OwnedConversations conversations;
    private final ChatHandlerStore handlers;

    DeleteHandler(OwnedConversations conversations, ChatHandlerStore handlers) {
        this.conversations = conversations;
        this.handlers = handlers;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var id = conversations.get(command.request().cid(), command);
        if (!handlers.remove(id, command.position())) {
            throw new Rejection(ErrorCode.HANDLER_NOT_FOUND);
        }
        return HandlerResult.success();
    }
}

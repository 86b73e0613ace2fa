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

/** Gives a conversation's handler back to its owner. */
@Singleton
@HandlesRoute(Route.GET_CONVERSATION_HANDLER)
final class GetHandler implements RequestHandler<GetHandler.Request> {

    record Request(@JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid) {}

    private record Answer(@JsonProperty("conversation_handler") ChatHandler handler) {}

    private final OwnedConversations conversations;
    private final ChatHandlerStore handlers;

    GetHandler(OwnedConversations conversations, ChatHandlerStore handlers) {
        this.conversations = conversations;
        this.handlers = handlers;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        return handlers.find(conversations.get(command.request().cid(), command))
                .map(handler -> HandlerResult.reply(new Answer(handler)))
                .orElseThrow(() -> new Rejection(ErrorCode.HANDLER_NOT_FOUND));
    }
}

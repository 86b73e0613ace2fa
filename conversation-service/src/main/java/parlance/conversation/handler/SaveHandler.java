package parlance.conversation.handler;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Keeps a conversation's handler, in place of the one before. */
@Singleton
@HandlesRoute(Route.CONVERSATION_HANDLER_CREATE)
final class SaveHandler implements RequestHandler<SaveHandler.Request> {

    record Request(
            @JsonProperty("cid") @NotEmpty(message = "CID_REQUIRED") String cid,
            @JsonProperty("content") @NotNull @Size(min = 1) String content) {}

    private final OwnedConversations conversations;
    private final ChatHandlerStore handlers;
    private final Clock clock;

    SaveHandler(OwnedConversations conversations, ChatHandlerStore handlers, Clock clock) {
        this.conversations = conversations;
        this.handlers = handlers;
        this.clock = clock;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var id = conversations.get(command.request().cid(), command);
        handlers.save(
                id,
                new ChatHandler(
                        command.request().content(), command.caller().userId(), clock.instant()));
        return HandlerResult.success();
    }
}

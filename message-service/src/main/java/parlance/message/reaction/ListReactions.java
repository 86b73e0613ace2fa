package parlance.message.reaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;
import parlance.message.document.AccessibleMessages;

/** Who reacted to a message, and how. */
@Singleton
@HandlesRoute(Route.MESSAGE_REACTIONS_LIST)
final class ListReactions implements RequestHandler<ListReactions.Request> {

    record Request(@JsonProperty("mid") @NotEmpty(message = "INCORRECT_MESSAGE_ID") String mid) {}

    private record Answer(@JsonProperty("reactions") Map<String, List<UserId>> reactions) {}

    private final AccessibleMessages reachable;
    private final ReactionStore reactions;

    ListReactions(AccessibleMessages reachable, ReactionStore reactions) {
        this.reachable = reachable;
        this.reactions = reactions;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var message = reachable.get(command.request().mid(), command.caller()).message();
        return HandlerResult.reply(new Answer(reactions.get(message.id()).byReaction()));
    }
}

package parlance.presence.online;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Who is online in the caller's organization? */
@Singleton
@Answers(Route.ONLINE_LIST)
final class ListOnlineUsers implements RequestHandler<OnlineQuery> {

    private final OnlineUsers online;

    ListOnlineUsers(OnlineUsers online) {
        this.online = online;
    }

    @Override
    public Outcome handle(Command<OnlineQuery> command) {
        var caller = command.caller();
        return Outcome.reply(
                online.answer(command.request(), caller.organizationId(), caller.userId()));
    }
}

package parlance.presence.online;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Answers which users of the caller's organization are online. */
@Singleton
@HandlesRoute(Route.ONLINE_LIST)
final class ListOnlineUsers implements RequestHandler<OnlineQuery> {

    private final OnlineUsers online;

    ListOnlineUsers(OnlineUsers online) {
        this.online = online;
    }

    @Override
    public HandlerResult handle(Command<OnlineQuery> command) {
        var caller = command.caller();
        return HandlerResult.reply(
                online.answer(command.request(), caller.organizationId(), caller.userId()));
    }
}

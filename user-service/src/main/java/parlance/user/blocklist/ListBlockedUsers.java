package parlance.user.blocklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.util.List;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Whom the caller has on the list. */
@Singleton
@HandlesRoute(Route.LIST_BLOCKED_USERS)
final class ListBlockedUsers implements RequestHandler<ListBlockedUsers.Request> {

    record Request() {}

    record Reply(@JsonProperty("users") List<UserId> users) {}

    private final UserBlockListStore lists;

    ListBlockedUsers(UserBlockListStore lists) {
        this.lists = lists;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        return HandlerResult.reply(new Reply(lists.get(command.caller().userId()).users()));
    }
}

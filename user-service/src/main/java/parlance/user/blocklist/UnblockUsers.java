package parlance.user.blocklist;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Takes users off the block list. */
@Singleton
@HandlesRoute(Route.UNBLOCK_USER)
final class UnblockUsers implements RequestHandler<UnblockUsers.Request> {

    record Request(
            @NotNull(message = "INVALID_DATA_FORMAT")
                    List<@Size(min = 24, message = "INVALID_DATA_FORMAT") String> ids) {}

    private final BlockListChanges lists;

    UnblockUsers(BlockListChanges lists) {
        this.lists = lists;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var ids = command.request().ids().stream().map(UserId::new).toList();
        lists.change(
                command.caller().userId(),
                command.position(),
                list -> list.without(ids, command.position()));
        return HandlerResult.success();
    }
}

package parlance.user.blocklist;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Switches all entries of the block list on or off; off, they have no effect. */
@Singleton
@HandlesRoute(Route.BLOCK_LIST_ENABLE)
final class SwitchBlockList implements RequestHandler<SwitchBlockList.Request> {

    record Request(@NotNull Boolean enable) {}

    private final BlockListChanges lists;

    SwitchBlockList(BlockListChanges lists) {
        this.lists = lists;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var on = command.request().enable();
        lists.change(
                command.caller().userId(),
                command.position(),
                list -> list.switched(on, command.position()));
        return HandlerResult.success();
    }
}

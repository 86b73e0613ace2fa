package parlance.user.blocklist;

import static parlance.contracts.ErrorCode.INCORRECT_USER;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.user.account.AccountStore;

/** Blocks users; ids of no user are passed over. */
@Singleton
@HandlesRoute(Route.BLOCK_USER)
final class BlockUsers implements RequestHandler<BlockUsers.Request> {

    record Request(
            @NotNull(message = "INVALID_DATA_FORMAT")
                    List<@Size(min = 24, message = "INVALID_DATA_FORMAT") String> ids) {}

    private final AccountStore accounts;
    private final BlockListChanges lists;

    BlockUsers(AccountStore accounts, BlockListChanges lists) {
        this.accounts = accounts;
        this.lists = lists;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var caller = command.caller();
        var ids = command.request().ids().stream().map(UserId::new).toList();
        if (ids.contains(caller.userId())) {
            throw new Rejection(INCORRECT_USER);
        }
        var known = accounts.known(caller.organizationId(), ids);
        lists.change(
                caller.userId(), command.position(), list -> list.with(known, command.position()));
        return HandlerResult.success();
    }
}

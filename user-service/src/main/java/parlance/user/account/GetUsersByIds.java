package parlance.user.account;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.internalapi.user.Users;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Who are these? Ids that name no user of the caller's organization are skipped. */
@Singleton
@HandlesRoute(Route.GET_USERS_BY_IDS)
final class GetUsersByIds implements RequestHandler<GetUsersByIds.Request> {

    record Request(@NotNull @Size(min = 1, max = 100) List<UserId> ids) {}

    private final AccountStore accounts;
    private final UserRenderer shown;

    GetUsersByIds(AccountStore accounts, UserRenderer shown) {
        this.accounts = accounts;
        this.shown = shown;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var organization = command.caller().organizationId();
        var found = accounts.find(organization, command.request().ids());
        return HandlerResult.reply(new Users(shown.of(organization, found)));
    }
}

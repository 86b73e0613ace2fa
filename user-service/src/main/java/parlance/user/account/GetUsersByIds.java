package parlance.user.account;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.user.Users;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Who are these? Ids that name nobody in the caller's organization are skipped. */
@Singleton
@Answers(Route.GET_USERS_BY_IDS)
final class GetUsersByIds implements RequestHandler<GetUsersByIds.Request> {

    record Request(@NotNull @Size(min = 1, max = 100) List<UserId> ids) {}

    private final AccountStore accounts;
    private final ShownUsers shown;

    GetUsersByIds(AccountStore accounts, ShownUsers shown) {
        this.accounts = accounts;
        this.shown = shown;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var organization = command.caller().organizationId();
        var found = accounts.find(organization, command.request().ids());
        return Outcome.reply(new Users(shown.of(organization, found)));
    }
}

package parlance.user.account;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.contracts.user.RecordActivity;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** presence-service says when a user was last here. */
@Singleton
@HandlesRoute(Route.RECORD_ACTIVITY)
final class RecordRecentActivity implements RequestHandler<RecordActivity> {

    private final AccountStore accounts;

    RecordRecentActivity(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public HandlerResult handle(Command<RecordActivity> command) {
        var activity = command.request();
        accounts.recordActivity(activity.organizationId(), activity.userId(), activity.at());
        return HandlerResult.noReply();
    }
}

package parlance.presence.activity;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.internalapi.user.UserLookup;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/**
 * Answers when the given users were last active. Ids that name no user of the organization are left
 * out.
 */
@Singleton
@HandlesRoute(Route.USER_LAST_ACTIVITY)
final class GetLastActivities implements RequestHandler<GetLastActivities.Request> {

    record Request(@NotNull @Size(min = 1, max = 10) List<UserId> ids) {}

    private final UserLookup userLookup;
    private final Activities activities;

    GetLastActivities(UserLookup userLookup, Activities activities) {
        this.userLookup = userLookup;
        this.activities = activities;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var users = userLookup.find(command.caller().organizationId(), command.request().ids());
        return HandlerResult.reply(
                LastActivityPacket.of(activities.of(users.values()), command.dialect()));
    }
}

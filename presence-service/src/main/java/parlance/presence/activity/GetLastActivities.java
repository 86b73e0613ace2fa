package parlance.presence.activity;

import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;
import parlance.presence.user.People;

/** When were these last active? Ids that name nobody in the organization are left out. */
@Singleton
@Answers(Route.USER_LAST_ACTIVITY)
final class GetLastActivities implements RequestHandler<GetLastActivities.Request> {

    record Request(@NotNull @Size(min = 1, max = 10) List<UserId> ids) {}

    private final People people;
    private final Activities activities;

    GetLastActivities(People people, Activities activities) {
        this.people = people;
        this.activities = activities;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var users = people.find(command.caller().organizationId(), command.request().ids());
        return Outcome.reply(LastActivityPacket.of(activities.of(users), command.dialect()));
    }
}

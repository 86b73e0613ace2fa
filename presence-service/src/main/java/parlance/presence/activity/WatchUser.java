package parlance.presence.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.presence.user.People;

/**
 * From now on the caller is told when this user comes and goes, on all devices, and of nobody else:
 * one user at a time is watched.
 */
@Singleton
@Answers(Route.USER_LAST_ACTIVITY_SUBSCRIBE)
final class WatchUser implements RequestHandler<WatchUser.Request> {

    record Request(@JsonProperty("id") @NotEmpty(message = "USER_ID_MISSED") String id) {}

    private final People people;
    private final WatchStore watches;
    private final Activities activities;

    WatchUser(People people, WatchStore watches, Activities activities) {
        this.people = people;
        this.watches = watches;
        this.activities = activities;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var caller = command.caller();
        var user = userToWatch(command.request(), caller);
        watches.save(caller.userId(), user.id(), command.acceptedAt());
        // Looked at after that: whatever changes from here on is told.
        var activity = activities.of(List.of(user));
        return Outcome.reply(LastActivityPacket.of(activity, command.dialect()));
    }

    private User userToWatch(Request request, Caller caller) {
        return people.find(caller.organizationId(), List.of(new UserId(request.id()))).stream()
                .findFirst()
                .orElseThrow(() -> new Rejection(ErrorCode.INCORRECT_USER));
    }
}

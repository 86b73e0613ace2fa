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
import parlance.internalapi.user.UserLookup;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/**
 * Subscribes the caller, on all devices, to one user's going online and offline. It replaces an
 * earlier subscription: a user watches one other user at a time.
 */
@Singleton
@HandlesRoute(Route.USER_LAST_ACTIVITY_SUBSCRIBE)
final class SubscribeToLastActivity implements RequestHandler<SubscribeToLastActivity.Request> {

    record Request(@JsonProperty("id") @NotEmpty(message = "USER_ID_MISSED") String id) {}

    private final UserLookup userLookup;
    private final PresenceSubscriptionStore watches;
    private final Activities activities;

    SubscribeToLastActivity(
            UserLookup userLookup, PresenceSubscriptionStore watches, Activities activities) {
        this.userLookup = userLookup;
        this.watches = watches;
        this.activities = activities;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var caller = command.caller();
        var user = userToWatch(command.request(), caller);
        watches.save(caller.userId(), user.id(), command.acceptedAt());
        // Read after the subscription is stored: the caller is told of every later change.
        var activity = activities.of(List.of(user));
        return HandlerResult.reply(LastActivityPacket.of(activity, command.dialect()));
    }

    private User userToWatch(Request request, Caller caller) {
        return userLookup
                .find(caller.organizationId(), List.of(new UserId(request.id())))
                .values()
                .stream()
                .findFirst()
                .orElseThrow(() -> new Rejection(ErrorCode.INCORRECT_USER));
    }
}

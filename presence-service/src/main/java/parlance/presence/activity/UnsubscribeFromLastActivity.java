package parlance.presence.activity;

import jakarta.inject.Singleton;
import java.util.Map;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Ends the caller's presence subscription. */
@Singleton
@HandlesRoute(Route.USER_LAST_ACTIVITY_UNSUBSCRIBE)
final class UnsubscribeFromLastActivity
        implements RequestHandler<UnsubscribeFromLastActivity.Request> {

    record Request() {}

    private final PresenceSubscriptionStore watches;

    UnsubscribeFromLastActivity(PresenceSubscriptionStore watches) {
        this.watches = watches;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        watches.end(Map.of(command.caller().userId(), command.acceptedAt()));
        return HandlerResult.success();
    }
}

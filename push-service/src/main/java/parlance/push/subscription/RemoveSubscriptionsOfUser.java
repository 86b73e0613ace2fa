package parlance.push.subscription;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.contracts.push.RemoveSubscriptions;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** Forgets the devices of a user who is no more. */
@Singleton
@HandlesRoute(Route.REMOVE_PUSH_SUBSCRIPTIONS)
final class RemoveSubscriptionsOfUser implements RequestHandler<RemoveSubscriptions> {

    private final SubscriptionStore subscriptions;

    RemoveSubscriptionsOfUser(SubscriptionStore subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public HandlerResult handle(Command<RemoveSubscriptions> command) {
        subscriptions.removeAll(command.request().userId());
        return HandlerResult.noReply();
    }
}

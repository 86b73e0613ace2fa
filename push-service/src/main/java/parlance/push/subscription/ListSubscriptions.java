package parlance.push.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** The caller's own subscriptions, whoever's the request names. */
@Singleton
@HandlesRoute(Route.PUSH_SUBSCRIPTION_LIST)
final class ListSubscriptions implements RequestHandler<ListSubscriptions.Request> {

    record Request(@JsonProperty("user_id") @NotNull(message = "USER_ID_MISSED") JsonNode userId) {}

    private record Answer(@JsonProperty("subscriptions") List<SubscriptionPacket> subscriptions) {}

    private final SubscriptionStore subscriptions;

    ListSubscriptions(SubscriptionStore subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var caller = command.caller();
        return HandlerResult.reply(
                new Answer(
                        subscriptions.activeOf(caller.organizationId(), caller.userId()).stream()
                                .map(SubscriptionPacket::of)
                                .toList()));
    }
}

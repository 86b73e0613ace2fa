package parlance.push.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import java.util.Optional;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;

/** A device no longer wants to be pushed to. */
@Singleton
@HandlesRoute(Route.PUSH_SUBSCRIPTION_DELETE)
final class DeleteSubscription implements RequestHandler<DeleteSubscription.Request> {

    record Request(
            @JsonProperty("device_udid") @NotEmpty(message = "DEVICE_ID_MISSED")
                    String deviceUdid) {}

    private final SubscriptionStore subscriptions;
    private final OptimisticRetry retry;

    DeleteSubscription(SubscriptionStore subscriptions, OptimisticRetry retry) {
        this.subscriptions = subscriptions;
        this.retry = retry;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        return retry.run("subscriptions", () -> tryToDelete(command));
    }

    /** Empty if the subscription was changed since it was read. */
    private Optional<HandlerResult> tryToDelete(Command<Request> command) {
        var caller = command.caller();
        var subscription =
                subscriptions
                        .find(
                                caller.organizationId(),
                                caller.userId(),
                                command.request().deviceUdid())
                        .orElseThrow(() -> new Rejection(ErrorCode.NOTIFICATION_NOT_FOUND));
        if (subscription.knows(command.position())) {
            return Optional.of(HandlerResult.success());
        }
        if (!subscription.active()) {
            throw new Rejection(ErrorCode.NOTIFICATION_NOT_FOUND);
        }
        return subscriptions.save(subscription.deleted(command.position()))
                ? Optional.of(HandlerResult.success())
                : Optional.empty();
    }
}

package parlance.push.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** A device no longer wants to be pushed to. */
@Singleton
@Answers(Route.PUSH_SUBSCRIPTION_DELETE)
final class DeleteSubscription implements RequestHandler<DeleteSubscription.Request> {

    record Request(
            @JsonProperty("device_udid") @NotEmpty(message = "DEVICE_ID_MISSED")
                    String deviceUdid) {}

    private final SubscriptionStore subscriptions;

    DeleteSubscription(SubscriptionStore subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var caller = command.caller();
        while (true) {
            var subscription =
                    subscriptions
                            .find(
                                    caller.organizationId(),
                                    caller.userId(),
                                    command.request().deviceUdid())
                            .orElseThrow(() -> new Rejection(ErrorCode.NOTIFICATION_NOT_FOUND));
            if (subscription.knows(command.position())) {
                return Outcome.success();
            }
            if (!subscription.active()) {
                throw new Rejection(ErrorCode.NOTIFICATION_NOT_FOUND);
            }
            if (subscriptions.save(subscription.deleted(command.position()))) {
                return Outcome.success();
            }
        }
    }
}

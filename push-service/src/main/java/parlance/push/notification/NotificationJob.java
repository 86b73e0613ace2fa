package parlance.push.notification;

import java.time.Instant;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.push.subscription.Provider;
import parlance.push.subscription.Subscription;

/**
 * A notification that one device is to get.
 *
 * @param id the device and what the notification was caused by: a second one is the same
 * @param at when it happened; latency counts from here
 * @param due not sent before
 * @param expires not sent after
 * @param attempts how often the provider did not take it
 */
record NotificationJob(
        String id,
        OrganizationId organizationId,
        UserId userId,
        String subscriptionId,
        Provider provider,
        NotificationCause notificationCause,
        Instant at,
        Instant due,
        Instant expires,
        int attempts) {

    static NotificationJob of(
            Subscription subscription,
            Position cause,
            NotificationCause notificationCause,
            Instant at,
            Instant due,
            Instant expires) {
        return new NotificationJob(
                subscription.id() + "/" + cause,
                subscription.organizationId(),
                subscription.userId(),
                subscription.id(),
                subscription.provider(),
                notificationCause,
                at,
                due,
                expires,
                0);
    }
}

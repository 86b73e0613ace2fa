package parlance.push.notification;

import java.net.URI;
import parlance.push.provider.Notification;
import parlance.push.subscription.Subscription;
import parlance.push.subscription.Target.DeviceToken;
import parlance.push.subscription.Target.WebEndpoint;

/** A job with all that its provider needs. */
record ReadyNotification(
        NotificationJob notificationJob, Subscription device, Notification notification) {

    /** Whom it is handed to: one of these that hangs must not hold the others up. */
    String host() {
        return switch (device.target()) {
            case WebEndpoint(var endpoint, _, _) -> URI.create(endpoint).getHost();
            case DeviceToken _ -> device.provider().label();
        };
    }
}

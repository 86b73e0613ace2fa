package parlance.push.provider;

import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushNotificationResponse;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.push.provider.PushResult.Delivered;
import parlance.push.provider.PushResult.Refused;
import parlance.push.provider.PushResult.TokenGone;
import parlance.push.provider.PushResult.TryLater;
import parlance.push.provider.PushResult.Unanswered;
import parlance.push.subscription.Subscription;
import parlance.push.subscription.Target;
import parlance.push.subscription.Target.DeviceToken;
import parlance.push.subscription.Target.WebEndpoint;

/** Apple's push service over HTTP/2, by Pushy, with token authentication. */
final class ApnsClient implements PushClient {

    private static final Set<String> GONE =
            Set.of("BadDeviceToken", "Unregistered", "DeviceTokenNotForTopic", "ExpiredToken");

    private final com.eatthepath.pushy.apns.ApnsClient apns;
    private final String topic;
    private final Duration timeout;

    ApnsClient(com.eatthepath.pushy.apns.ApnsClient apns, String topic, Duration timeout) {
        this.apns = apns;
        this.topic = topic;
        this.timeout = timeout;
    }

    @Override
    public PushResult push(Notification notification, Subscription subscription) {
        var sent =
                new SimpleApnsPushNotification(
                        tokenOf(subscription.target()),
                        topic,
                        payload(notification),
                        notification.expiresAt(),
                        DeliveryPriority.IMMEDIATE,
                        PushType.ALERT,
                        notification.collapseKey());
        try {
            var answer = apns.sendNotification(sent).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return answer.isAccepted() ? new Delivered() : refusal(answer);
        } catch (ExecutionException e) {
            return neverSent(e) ? new TryLater("unreachable", null) : new Unanswered("no_answer");
        } catch (TimeoutException e) {
            return new Unanswered("no_answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unanswered("stopped");
        }
    }

    private static PushResult refusal(PushNotificationResponse<?> answer) {
        var reason = answer.getRejectionReason().orElse("unknown");
        if (answer.getStatusCode() == HttpStatusClassifier.GONE || GONE.contains(reason)) {
            return new TokenGone();
        }
        return HttpStatusClassifier.isPassing(answer.getStatusCode())
                ? new TryLater(reason, null)
                : new Refused(reason);
    }

    /** The connection was not made; whatever breaks later may break after Apple has read it. */
    private static boolean neverSent(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    private static String payload(Notification notification) {
        var payload = notification.data().deepCopy();
        var aps = Json.mapper().createObjectNode();
        aps.putObject("alert").put("title", notification.title()).put("body", notification.body());
        aps.put("sound", "default");
        if (notification.badge() != null) {
            aps.put("badge", notification.badge());
        }
        if (notification.collapseKey() != null) {
            aps.put("thread-id", notification.collapseKey());
        }
        payload.set("aps", aps);
        return payload.toString();
    }

    private static String tokenOf(Target target) {
        return switch (target) {
            case DeviceToken(var token) -> token;
            case WebEndpoint _ -> throw new IllegalArgumentException("not a token");
        };
    }

    @Override
    public void close() {
        apns.close();
    }
}

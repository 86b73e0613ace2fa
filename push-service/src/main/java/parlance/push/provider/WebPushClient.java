package parlance.push.provider;

import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import parlance.push.endpoint.EndpointGuard;
import parlance.push.provider.PinnedHttpClient.NoAnswer;
import parlance.push.provider.PinnedHttpClient.Unreachable;
import parlance.push.provider.PushResult.Delivered;
import parlance.push.provider.PushResult.Refused;
import parlance.push.provider.PushResult.TokenGone;
import parlance.push.provider.PushResult.TryLater;
import parlance.push.provider.PushResult.Unanswered;
import parlance.push.subscription.Subscription;
import parlance.push.subscription.Target;
import parlance.push.subscription.Target.DeviceToken;
import parlance.push.subscription.Target.WebEndpoint;

/**
 * Web Push (RFC 8030), encrypted for the browser (RFC 8188, 8291), with a VAPID token (RFC 8292).
 */
final class WebPushClient implements PushClient {

    private final WebPush sealer;
    private final EndpointGuard guard;
    private final PinnedHttpClient http;
    private final Clock clock;

    WebPushClient(
            String subject,
            VapidKeys keys,
            EndpointGuard guard,
            PinnedHttpClient http,
            Clock clock) {
        this.sealer = new WebPush(subject, keys);
        this.guard = guard;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public PushResult push(Notification notification, Subscription subscription) {
        var target = endpointOf(subscription.target());
        byte[] body;
        try {
            body = seal(notification, target);
        } catch (Exception e) {
            // Keys that are none; the library says so with exceptions of every kind.
            return new Refused("bad_keys");
        }
        var url = URI.create(target.endpoint());
        try {
            var address = guard.resolve(url);
            return address.isPresent()
                    ? send(url, address.get(), notification, body)
                    : new Refused("forbidden_endpoint");
        } catch (UnknownHostException e) {
            return new TryLater("unknown_host", null);
        } catch (Unreachable e) {
            return new TryLater("unreachable", null);
        } catch (NoAnswer e) {
            return new Unanswered("no_answer");
        }
    }

    private PushResult send(URI url, InetAddress address, Notification notification, byte[] body) {
        var ttl =
                Math.max(
                        0, Duration.between(clock.instant(), notification.expiresAt()).toSeconds());
        var headers =
                new HashMap<>(
                        sealer.getHeaders(
                                url.toString(),
                                (int) ttl,
                                notification.collapseKey(),
                                WebPush.Urgency.High));
        var answer = http.post(url, address, headers, body);
        if (HttpStatusClassifier.isSuccess(answer.status())) {
            return new Delivered();
        }
        if (answer.status() == HttpStatusClassifier.GONE
                || answer.status() == HttpStatusClassifier.NOT_FOUND) {
            return new TokenGone();
        }
        var reason = HttpStatusClassifier.reason(answer.status());
        return HttpStatusClassifier.isPassing(answer.status())
                ? new TryLater(reason, HttpStatusClassifier.delay(answer.retryAfter(), clock))
                : new Refused(reason);
    }

    private byte[] seal(Notification notification, WebEndpoint target) {
        return sealer.getBody(
                notification.data().toString().getBytes(StandardCharsets.UTF_8),
                Base64.getUrlDecoder().decode(target.p256dh()),
                Base64.getUrlDecoder().decode(target.auth()));
    }

    private static WebEndpoint endpointOf(Target target) {
        return switch (target) {
            case WebEndpoint endpoint -> endpoint;
            case DeviceToken _ -> throw new IllegalArgumentException("not a browser");
        };
    }
}

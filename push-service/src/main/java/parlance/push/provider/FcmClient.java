package parlance.push.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Json;
import parlance.push.provider.PinnedHttpClient.Answer;
import parlance.push.provider.PinnedHttpClient.NoAnswer;
import parlance.push.provider.PinnedHttpClient.Unreachable;
import parlance.push.provider.PushResult.Delivered;
import parlance.push.provider.PushResult.Refused;
import parlance.push.provider.PushResult.Throttled;
import parlance.push.provider.PushResult.TokenGone;
import parlance.push.provider.PushResult.TryLater;
import parlance.push.provider.PushResult.Unanswered;
import parlance.push.subscription.Subscription;
import parlance.push.subscription.Target;
import parlance.push.subscription.Target.DeviceToken;
import parlance.push.subscription.Target.WebEndpoint;

/** Firebase Cloud Messaging, HTTP v1: data messages, which the app itself shows. */
final class FcmClient implements PushClient {

    private static final Logger LOG = Logger.getLogger(FcmClient.class);
    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final int UNAUTHORIZED = 401;

    /** Asked for by FCM where it does not say how long to wait. */
    private static final Duration QUOTA_PAUSE = Duration.ofMinutes(1);

    private final GoogleCredentials credentials;
    private final URI sendUrl;
    private final PinnedHttpClient http;
    private final Clock clock;

    FcmClient(ServiceAccountCredentials account, URI url, PinnedHttpClient http, Clock clock) {
        this.credentials = account.createScoped(List.of(SCOPE));
        this.sendUrl = url.resolve("/v1/projects/" + account.getProjectId() + "/messages:send");
        this.http = http;
        this.clock = clock;
    }

    @Override
    public PushResult push(Notification notification, Subscription subscription) {
        String token;
        try {
            credentials.refreshIfExpired();
            token = credentials.getAccessToken().getTokenValue();
        } catch (IOException e) {
            LOG.warnf("fcm_gives_no_access_token cause=%s", e.getMessage());
            return new TryLater("no_access_token", null);
        }
        var headers =
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Content-Type",
                        "application/json; charset=utf-8");
        var message = message(notification, tokenOf(subscription.target()));
        try {
            return resultOf(
                    http.post(
                            sendUrl,
                            null,
                            headers,
                            message.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (Unreachable e) {
            return new TryLater("unreachable", null);
        } catch (NoAnswer e) {
            return new Unanswered("no_answer");
        }
    }

    private ObjectNode message(Notification notification, String token) {
        var ttl =
                Math.max(
                        0, Duration.between(clock.instant(), notification.expiresAt()).toSeconds());
        var whole = Json.mapper().createObjectNode();
        var message = whole.putObject("message").put("token", token);
        var data = message.putObject("data");
        // FCM takes strings only.
        notification
                .data()
                .propertyStream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> data.put(entry.getKey(), entry.getValue().asText()));
        var android = message.putObject("android").put("priority", "HIGH").put("ttl", ttl + "s");
        if (notification.collapseKey() != null) {
            android.put("collapse_key", notification.collapseKey());
        }
        return whole;
    }

    private PushResult resultOf(Answer answer) {
        var status = answer.status();
        if (HttpStatusClassifier.isSuccess(status)) {
            return new Delivered();
        }
        var code = errorCode(answer.body());
        if (status == HttpStatusClassifier.NOT_FOUND || "UNREGISTERED".equals(code)) {
            return new TokenGone();
        }
        var delay = HttpStatusClassifier.delay(answer.retryAfter(), clock);
        if (status == HttpStatusClassifier.TOO_MANY) {
            return new Throttled(delay == null ? QUOTA_PAUSE : delay);
        }
        var reason =
                code == null ? HttpStatusClassifier.reason(status) : code.toLowerCase(Locale.ROOT);
        return HttpStatusClassifier.isPassing(status) || status == UNAUTHORIZED
                ? new TryLater(reason, delay)
                : new Refused(reason);
    }

    /** FCM's own code stands among the details. */
    private static @Nullable String errorCode(String body) {
        try {
            for (var detail : Json.read(body, JsonNode.class).at("/error/details")) {
                if (detail.hasNonNull("errorCode")) {
                    return detail.path("errorCode").asText();
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            return null;
        }
    }

    private static String tokenOf(Target target) {
        return switch (target) {
            case DeviceToken(var token) -> token;
            case WebEndpoint _ -> throw new IllegalArgumentException("not a token");
        };
    }
}

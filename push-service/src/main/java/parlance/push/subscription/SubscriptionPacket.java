package parlance.push.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.push.subscription.Target.DeviceToken;
import parlance.push.subscription.Target.WebEndpoint;

/** A {@code Subscription} as its owner sees it (protocol 4.2). */
record SubscriptionPacket(
        @JsonProperty("_id") String id,
        @JsonProperty("platform") Platform platform,
        @JsonProperty("device_udid") String deviceUdid,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("web_endpoint") @Nullable String endpoint,
        @JsonProperty("web_key_auth") @Nullable String auth,
        @JsonProperty("web_key_p256dh") @Nullable String p256dh,
        @JsonProperty("device_token") @Nullable String token,
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt) {

    static SubscriptionPacket of(Subscription subscription) {
        return switch (subscription.target()) {
            case WebEndpoint(var endpoint, var auth, var p256dh) ->
                    of(subscription, endpoint, auth, p256dh, null);
            case DeviceToken(var token) -> of(subscription, null, null, null, token);
        };
    }

    private static SubscriptionPacket of(
            Subscription subscription,
            @Nullable String endpoint,
            @Nullable String auth,
            @Nullable String p256dh,
            @Nullable String token) {
        return new SubscriptionPacket(
                subscription.id(),
                subscription.platform(),
                subscription.deviceUdid(),
                subscription.userId(),
                endpoint,
                auth,
                p256dh,
                token,
                subscription.organizationId(),
                subscription.createdAt(),
                subscription.updatedAt());
    }
}

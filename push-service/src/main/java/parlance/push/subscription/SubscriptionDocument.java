package parlance.push.subscription;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.Objects;
import org.bson.BsonType;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.bson.codecs.pojo.annotations.BsonRepresentation;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.push.subscription.Target.DeviceToken;
import parlance.push.subscription.Target.WebEndpoint;

/**
 * A {@link Subscription} in MongoDB.
 *
 * @param key the device's own: organization, user and device
 * @param address unique; one that is not active has its key there, so that the target is free for
 *     another device
 */
@MongoEntity(collection = "subscriptions")
public record SubscriptionDocument(
        @BsonId String key,
        String id,
        @BsonProperty("org") OrganizationId organizationId,
        @BsonProperty("user") @BsonRepresentation(BsonType.STRING) UserId userId,
        @BsonProperty("device") String deviceUdid,
        Platform platform,
        StoredTarget target,
        String address,
        boolean active,
        @BsonProperty("changed_by") Position changedBy,
        long version,
        @BsonProperty("created_at") Instant createdAt,
        @BsonProperty("updated_at") Instant updatedAt) {

    /** A {@link Target}: the fields of one kind or of the other. */
    public record StoredTarget(
            @Nullable String endpoint,
            @Nullable String auth,
            @Nullable String p256dh,
            @Nullable String token) {

        static StoredTarget of(Target target) {
            return switch (target) {
                case WebEndpoint(var endpoint, var auth, var p256dh) ->
                        new StoredTarget(endpoint, auth, p256dh, null);
                case DeviceToken(var token) -> new StoredTarget(null, null, null, token);
            };
        }

        Target toTarget() {
            return token == null
                    ? new WebEndpoint(
                            Objects.requireNonNull(endpoint),
                            Objects.requireNonNull(auth),
                            Objects.requireNonNull(p256dh))
                    : new DeviceToken(token);
        }
    }

    static String keyOf(OrganizationId organization, UserId user, String deviceUdid) {
        return organization + "/" + user + "/" + deviceUdid;
    }

    static String keyOf(Subscription subscription) {
        return keyOf(
                subscription.organizationId(), subscription.userId(), subscription.deviceUdid());
    }

    static SubscriptionDocument of(Subscription subscription) {
        var key = keyOf(subscription);
        return new SubscriptionDocument(
                key,
                subscription.id(),
                subscription.organizationId(),
                subscription.userId(),
                subscription.deviceUdid(),
                subscription.platform(),
                StoredTarget.of(subscription.target()),
                subscription.active() ? subscription.target().address() : key,
                subscription.active(),
                subscription.changedBy(),
                subscription.version(),
                subscription.createdAt(),
                subscription.updatedAt());
    }

    Subscription toSubscription() {
        return new Subscription(
                id,
                organizationId,
                userId,
                deviceUdid,
                platform,
                target.toTarget(),
                active,
                changedBy,
                version,
                createdAt,
                updatedAt);
    }
}

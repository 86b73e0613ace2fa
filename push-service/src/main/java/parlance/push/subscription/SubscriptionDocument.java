package parlance.push.subscription;

import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.NullUnmarked;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.push.subscription.Target.DeviceToken;
import parlance.push.subscription.Target.WebEndpoint;

/**
 * A subscription in the database, under the device's own key. Its address is unique; one that is
 * not active has its key there, so that the target is free for somebody else.
 */
@NullUnmarked
final class SubscriptionDocument {

    private SubscriptionDocument() {}

    static String keyOf(OrganizationId organization, UserId user, String deviceUdid) {
        return organization + "/" + user + "/" + deviceUdid;
    }

    static String keyOf(Subscription subscription) {
        return keyOf(
                subscription.organizationId(), subscription.userId(), subscription.deviceUdid());
    }

    static String addressOf(Subscription subscription) {
        return subscription.active() ? subscription.target().address() : keyOf(subscription);
    }

    static Document of(Subscription subscription) {
        return new Document("_id", keyOf(subscription))
                .append("id", subscription.id())
                .append("org", subscription.organizationId().value())
                .append("user", subscription.userId().value())
                .append("device", subscription.deviceUdid())
                .append("platform", subscription.platform().name())
                .append("target", of(subscription.target()))
                .append("address", addressOf(subscription))
                .append("active", subscription.active())
                .append("changed_by", subscription.changedBy().toString())
                .append("version", subscription.version())
                .append("created_at", Date.from(subscription.createdAt()))
                .append("updated_at", Date.from(subscription.updatedAt()));
    }

    static Subscription read(Document document) {
        return new Subscription(
                document.getString("id"),
                new OrganizationId(document.getString("org")),
                new UserId(document.getString("user")),
                document.getString("device"),
                Platform.valueOf(document.getString("platform")),
                target(document.get("target", Document.class)),
                document.getBoolean("active"),
                Position.parse(document.getString("changed_by")),
                document.getLong("version"),
                document.getDate("created_at").toInstant(),
                document.getDate("updated_at").toInstant());
    }

    private static Document of(Target target) {
        return switch (target) {
            case WebEndpoint(var endpoint, var auth, var p256dh) ->
                    new Document("endpoint", endpoint)
                            .append("auth", auth)
                            .append("p256dh", p256dh);
            case DeviceToken(var token) -> new Document("token", token);
        };
    }

    private static Target target(Document document) {
        var token = document.getString("token");
        return token == null
                ? new WebEndpoint(
                        document.getString("endpoint"),
                        document.getString("auth"),
                        document.getString("p256dh"))
                : new DeviceToken(token);
    }
}

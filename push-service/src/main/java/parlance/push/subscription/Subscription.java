package parlance.push.subscription;

import java.time.Instant;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.push.subscription.Target.DeviceToken;
import parlance.push.subscription.Target.WebEndpoint;

/**
 * A user's device that wants to be pushed to.
 *
 * @param id what clients call it; another one once it was deleted and made again
 * @param deviceUdid the device by the client's own name for it, one subscription for each
 * @param active not deleted, gone, or taken over by another user on the same device
 * @param changedBy the last command that made, changed or deleted it
 * @param version grows with each change
 */
public record Subscription(
        String id,
        OrganizationId organizationId,
        UserId userId,
        String deviceUdid,
        Platform platform,
        Target target,
        boolean active,
        Position changedBy,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** Who brings notifications there. */
    public Provider provider() {
        return switch (target) {
            case WebEndpoint _ -> Provider.WEB;
            case DeviceToken _ -> platform == Platform.IOS ? Provider.APNS : Provider.FCM;
        };
    }

    /** Whether that command, or a later one of the same user, was carried out before. */
    boolean knows(Position position) {
        return changedBy.equals(position)
                || (changedBy.stream().equals(position.stream()) && changedBy.isAfter(position));
    }

    /** The same device with another platform and target. */
    Subscription replaced(Platform otherPlatform, Target other, Position by, Instant now) {
        return new Subscription(
                id,
                organizationId,
                userId,
                deviceUdid,
                otherPlatform,
                other,
                true,
                by,
                version + 1,
                createdAt,
                now);
    }

    /** Kept, so that a command that comes again finds what it did. */
    Subscription deleted(Position by) {
        return new Subscription(
                id,
                organizationId,
                userId,
                deviceUdid,
                platform,
                target,
                false,
                by,
                version + 1,
                createdAt,
                updatedAt);
    }
}

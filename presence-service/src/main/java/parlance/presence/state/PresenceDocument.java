package parlance.presence.state;

import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/** A {@link Presence} in the database. */
@MongoEntity(collection = "presences")
public record PresenceDocument(
        @BsonId UserId userId,
        @BsonProperty("org") OrganizationId organizationId,
        boolean online,
        Instant since,
        @BsonProperty("changed_by") Position changedBy,
        @BsonProperty("repeats_paid_until") Instant repeatsPaidUntil,
        long version) {

    /** The version that follows the one that was read. */
    static PresenceDocument next(Presence presence) {
        return new PresenceDocument(
                presence.userId(),
                presence.organizationId(),
                presence.online(),
                presence.since(),
                presence.changedBy(),
                presence.repeatsPaidUntil(),
                presence.version() + 1);
    }

    Presence presence() {
        return new Presence(
                userId, organizationId, online, since, changedBy, repeatsPaidUntil, version);
    }

    /** The id alone, for lists of users. */
    public record UserDocument(@BsonId UserId userId) {}
}

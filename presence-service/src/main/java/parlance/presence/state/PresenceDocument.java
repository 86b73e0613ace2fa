package parlance.presence.state;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.ObjectId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/** A {@link Presence} in MongoDB. */
final class PresenceDocument {

    private PresenceDocument() {}

    /** The version that follows the one that was read. */
    static Document next(Presence presence) {
        return new Document("_id", new ObjectId(presence.userId().value()))
                .append("org", presence.organizationId().value())
                .append("online", presence.online())
                .append("since", Date.from(presence.since()))
                .append("changed_by", presence.changedBy().toString())
                .append("repeats_paid_until", Date.from(presence.repeatsPaidUntil()))
                .append("version", presence.version() + 1);
    }

    static Presence read(Document document) {
        return new Presence(
                userId(document),
                new OrganizationId(document.getString("org")),
                document.getBoolean("online"),
                instant(document, "since"),
                Position.parse(document.getString("changed_by")),
                instant(document, "repeats_paid_until"),
                document.getLong("version"));
    }

    static UserId userId(Document document) {
        return new UserId(document.getObjectId("_id").toHexString());
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}

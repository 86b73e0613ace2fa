package parlance.auth.session;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import parlance.auth.session.Session.Replaced;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

/** A {@link Session} in MongoDB. */
final class SessionDocument {

    private SessionDocument() {}

    static Document of(Session session) {
        return new Document("_id", new ObjectId(session.id().value()))
                .append("org", session.organizationId().value())
                .append("user", session.userId().value())
                .append("device", session.deviceId().value())
                .append("refresh_hash", session.refreshHash())
                .append("replaced", session.replaced().stream().map(SessionDocument::of).toList())
                .append("expires_at", Date.from(session.expiresAt()))
                .append("ended", session.ended())
                .append("version", session.version());
    }

    static Session toSession(Document document) {
        return new Session(
                new SessionId(document.getObjectId("_id").toHexString()),
                new OrganizationId(document.getString("org")),
                new UserId(document.getString("user")),
                new DeviceId(document.getString("device")),
                document.getString("refresh_hash"),
                document.getList("replaced", Document.class, List.of()).stream()
                        .map(old -> new Replaced(old.getString("hash"), instant(old, "good_until")))
                        .toList(),
                instant(document, "expires_at"),
                document.getBoolean("ended"),
                document.getLong("version"));
    }

    private static Document of(Replaced old) {
        return new Document("hash", old.hash()).append("good_until", Date.from(old.goodUntil()));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}

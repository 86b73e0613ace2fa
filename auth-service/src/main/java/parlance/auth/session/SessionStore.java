package parlance.auth.session;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.ObjectId;
import parlance.contracts.OrganizationId;
import parlance.contracts.PreassignedId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.kit.mongo.MongoStore;

/** The sessions in MongoDB. */
@Singleton
class SessionStore extends MongoStore<SessionDocument, SessionId> {

    @Override
    protected List<IndexModel> indexes() {
        return List.of(
                new IndexModel(ascending("org", "user", "expires_at")),
                // A reader checks the time as well: this only clears away.
                new IndexModel(
                        ascending("expires_at"),
                        new IndexOptions().expireAfter(1L, TimeUnit.DAYS)));
    }

    /** A device had one session at most. */
    @Override
    protected List<String> formerIndexes() {
        return List.of("org_1_user_1_device_1");
    }

    SessionId newId() {
        return new SessionId(new ObjectId().toHexString());
    }

    void add(Session session) {
        collection().insertOne(SessionDocument.of(session));
    }

    /** False if the session has been changed, or has ended, since this one was read. */
    boolean replace(Session changed) {
        return saveVersion(changed.id(), changed.version(), SessionDocument.of(changed));
    }

    Optional<Session> find(SessionId id) {
        return PreassignedId.isWellFormed(id.value())
                ? findByIdOptional(id).map(SessionDocument::toSession)
                : Optional.empty();
    }

    /** The longest unused first. */
    List<Session> find(OrganizationId organizationId, UserId userId) {
        return list(sessionsOf(organizationId, userId), new Document("expires_at", 1)).stream()
                .map(SessionDocument::toSession)
                .toList();
    }

    /** From now on nothing renews it. */
    void markEnded(Collection<SessionId> ids) {
        collection()
                .updateMany(
                        among(ids),
                        new Document("$set", new Document("ended", true))
                                .append("$inc", new Document("version", 1L)));
    }

    void remove(Collection<SessionId> ids) {
        delete(among(ids));
    }

    private static Document among(Collection<SessionId> ids) {
        return new Document("_id", new Document("$in", ids));
    }

    private static Document sessionsOf(OrganizationId organizationId, UserId userId) {
        return new Document("org", organizationId).append("user", userId.value());
    }
}

package parlance.auth.session;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.DeviceId;
import parlance.contracts.MintedId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

/** The sessions in MongoDB: at most one for a user's device. */
@Singleton
class SessionStore {

    private final MongoCollection<Document> sessions;

    SessionStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        sessions = mongo.getDatabase(database).getCollection("sessions");
    }

    /** Before the first command is read. */
    void createIndexes(@Observes @Priority(1) StartupEvent start) {
        sessions.createIndex(ascending("org", "user", "device"), new IndexOptions().unique(true));
        // Whoever reads checks the time as well: this only clears away.
        sessions.createIndex(
                ascending("expires_at"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS));
    }

    SessionId newId() {
        return new SessionId(new ObjectId().toHexString());
    }

    /** False if the device has a session already. */
    boolean add(Session session) {
        try {
            sessions.insertOne(SessionDocument.of(session));
            return true;
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return false;
        }
    }

    /** False if the session has been changed, or has ended, since this one was read. */
    boolean replace(Session changed) {
        var before = new Document("_id", new ObjectId(changed.id().value()));
        before.append("version", changed.version() - 1);
        return sessions.replaceOne(before, SessionDocument.of(changed)).getModifiedCount() == 1;
    }

    Optional<Session> find(SessionId id) {
        if (!MintedId.isWellFormed(id.value())) {
            return Optional.empty();
        }
        return find(new Document("_id", new ObjectId(id.value())));
    }

    Optional<Session> find(OrganizationId organizationId, UserId userId, DeviceId deviceId) {
        return find(
                new Document("org", organizationId.value())
                        .append("user", userId.value())
                        .append("device", deviceId.value()));
    }

    List<Session> find(OrganizationId organizationId, UserId userId) {
        return sessions.find(
                        new Document("org", organizationId.value()).append("user", userId.value()))
                .map(SessionDocument::toSession)
                .into(new ArrayList<>());
    }

    /** From now on nothing renews it. */
    void markEnded(SessionId id) {
        sessions.updateOne(
                new Document("_id", new ObjectId(id.value())),
                new Document("$set", new Document("ended", true))
                        .append("$inc", new Document("version", 1L)));
    }

    void remove(SessionId id) {
        sessions.deleteOne(new Document("_id", new ObjectId(id.value())));
    }

    private Optional<Session> find(Document filter) {
        return Optional.ofNullable(sessions.find(filter).first()).map(SessionDocument::toSession);
    }
}

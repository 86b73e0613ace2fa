package parlance.presence.state;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.MintedId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/** Presence by user, which outlives Redis; and who is online, by organization. */
@Singleton
public class PresenceStore {

    private static final int BEFORE_EVENTS = 1;

    private final MongoCollection<Document> presences;

    PresenceStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.presences = mongo.getDatabase(database).getCollection("presences");
    }

    void createIndexes(@Observes @Priority(BEFORE_EVENTS) StartupEvent event) {
        // The online list: who came last is first.
        presences.createIndex(
                compoundIndex(ascending("org", "online"), descending("since", "_id")));
        // The walk through all who are online, and their number.
        presences.createIndex(ascending("online", "_id"));
    }

    /** Of those of whom something is stored. */
    public Map<UserId, Presence> find(Collection<UserId> users) {
        var ids =
                users.stream()
                        .map(UserId::value)
                        .filter(MintedId::isWellFormed)
                        .map(ObjectId::new)
                        .toList();
        var found = new HashMap<UserId, Presence>();
        for (var document : presences.find(in("_id", ids))) {
            var presence = PresenceDocument.read(document);
            found.put(presence.userId(), presence);
        }
        return found;
    }

    /**
     * Stores what follows the versions that were read.
     *
     * @return false if somebody was faster with one of them: they are all to be looked at again
     */
    public boolean replace(Collection<Presence> changed) {
        if (changed.isEmpty()) {
            return true;
        }
        var writes = changed.stream().map(PresenceStore::writeOf).toList();
        try {
            var done = presences.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return done.getInsertedCount() + done.getMatchedCount() == changed.size();
        } catch (MongoBulkWriteException failure) {
            if (!isConflict(failure)) {
                throw failure;
            }
            return false;
        }
    }

    public void remove(UserId user) {
        presences.deleteOne(new Document("_id", new ObjectId(user.value())));
    }

    /** Who is online of an organization, who came last first. */
    public List<UserId> online(OrganizationId organization, int limit, int offset) {
        return presences
                .find(onlineOf(organization))
                .projection(include("_id"))
                .sort(orderBy(Sorts.descending("since"), Sorts.descending("_id")))
                .skip(offset)
                .limit(limit)
                .map(PresenceDocument::userId)
                .into(new ArrayList<>());
    }

    public long countOnline(OrganizationId organization) {
        return presences.countDocuments(onlineOf(organization));
    }

    /** Of all organizations. */
    public long countOnline() {
        return presences.countDocuments(new Document("online", true));
    }

    /**
     * A walk through everybody who is online.
     *
     * @param last where the page before ended; nobody for the first page
     */
    public List<UserId> onlineAfter(@Nullable UserId last, int limit) {
        var filter = new Document("online", true);
        if (last != null) {
            filter.append("_id", new Document("$gt", new ObjectId(last.value())));
        }
        return presences
                .find(filter)
                .projection(include("_id"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(PresenceDocument::userId)
                .into(new ArrayList<>());
    }

    private static Document onlineOf(OrganizationId organization) {
        return new Document("org", organization.value()).append("online", true);
    }

    private static WriteModel<Document> writeOf(Presence presence) {
        var next = PresenceDocument.next(presence);
        if (presence.version() == 0) {
            return new InsertOneModel<>(next);
        }
        var read = new Document("_id", next.get("_id")).append("version", presence.version());
        return new ReplaceOneModel<>(read, next);
    }

    private static boolean isConflict(MongoBulkWriteException failure) {
        return failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}

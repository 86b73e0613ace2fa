package parlance.presence.state;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.PreassignedId;
import parlance.contracts.UserId;
import parlance.kit.mongo.DuplicateKey;
import parlance.kit.mongo.MongoStore;
import parlance.presence.state.PresenceDocument.UserDocument;

/**
 * The presence of each user in MongoDB, which survives a loss of Redis, and the online users by
 * organization.
 */
@Singleton
public class PresenceStore extends MongoStore<PresenceDocument, UserId> {

    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    @Override
    protected List<IndexModel> indexes() {
        return List.of(
                // The online list: the user who connected last is first.
                new IndexModel(
                        compoundIndex(ascending("org", "online"), descending("since", "_id"))),
                // Reconciling all online users, and counting them.
                new IndexModel(ascending("online", "_id")));
    }

    /** The presence of those users for whom one is stored. */
    public Map<UserId, Presence> find(Collection<UserId> users) {
        var ids = users.stream().filter(user -> PreassignedId.isWellFormed(user.value())).toList();
        var found = new HashMap<UserId, Presence>();
        for (var document : collection().find(in("_id", ids))) {
            found.put(document.userId(), document.presence());
        }
        return found;
    }

    /**
     * Stores what follows the versions that were read.
     *
     * @return false if another writer stored one of them first: the caller must read all of them
     *     again
     */
    public boolean replace(Collection<Presence> changed) {
        if (changed.isEmpty()) {
            return true;
        }
        var writes = changed.stream().map(PresenceStore::writeOf).toList();
        try {
            var done = collection().bulkWrite(writes, ANY_ORDER);
            return done.getInsertedCount() + done.getMatchedCount() == changed.size();
        } catch (MongoBulkWriteException failure) {
            if (!DuplicateKey.isCauseOf(failure)) {
                throw failure;
            }
            return false;
        }
    }

    public void remove(UserId user) {
        deleteById(user);
    }

    /** The online users of an organization; the user who connected last is first. */
    public List<UserId> online(OrganizationId organization, int limit, int offset) {
        return collection()
                .find(onlineOf(organization), UserDocument.class)
                .projection(include("_id"))
                .sort(orderBy(Sorts.descending("since"), Sorts.descending("_id")))
                .skip(offset)
                .limit(limit)
                .map(UserDocument::userId)
                .into(new ArrayList<>());
    }

    public long countOnline(OrganizationId organization) {
        return collection().countDocuments(onlineOf(organization));
    }

    /** The number of online users of all organizations. */
    public long countOnline() {
        return collection().countDocuments(eq("online", true));
    }

    /**
     * One page of all online users, in a stable order.
     *
     * @param last the last user of the page before; null for the first page
     */
    public List<UserId> onlineAfter(@Nullable UserId last, int limit) {
        var filter = new Document("online", true);
        if (last != null) {
            filter.append("_id", new Document("$gt", last));
        }
        return collection()
                .find(filter, UserDocument.class)
                .projection(include("_id"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(UserDocument::userId)
                .into(new ArrayList<>());
    }

    private static Bson onlineOf(OrganizationId organization) {
        return new Document("org", organization).append("online", true);
    }

    private static WriteModel<PresenceDocument> writeOf(Presence presence) {
        var next = PresenceDocument.next(presence);
        if (presence.version() == 0) {
            return new InsertOneModel<>(next);
        }
        var read = new Document("_id", next.userId()).append("version", presence.version());
        return new ReplaceOneModel<>(read, next);
    }
}

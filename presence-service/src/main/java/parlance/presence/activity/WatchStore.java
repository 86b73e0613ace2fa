package parlance.presence.activity;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.UserId;

/**
 * Who watches whom: one document per watcher, so that nobody watches two. All times are the
 * broker's, and what is older never undoes what is newer.
 */
@Singleton
public class WatchStore {

    private static final int BEFORE_EVENTS = 1;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> watches;

    WatchStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.watches = mongo.getDatabase(database).getCollection("watches");
    }

    void createIndexes(@Observes @Priority(BEFORE_EVENTS) StartupEvent event) {
        watches.createIndex(ascending("watched"));
    }

    /** Replaces whom the watcher watched before. */
    void save(UserId watcher, UserId watched, Instant since) {
        var watch = key(watcher).append("watched", id(watched)).append("since", Date.from(since));
        try {
            watches.replaceOne(notAfter(watcher, since), watch, UPSERT);
        } catch (MongoWriteException refused) {
            // A newer one is there: this is a command that comes late, or a second time.
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    /** Ends what each watcher began until then. */
    public void end(Map<UserId, Instant> untilByWatcher) {
        if (untilByWatcher.isEmpty()) {
            return;
        }
        var ends = new ArrayList<DeleteOneModel<Document>>();
        untilByWatcher.forEach(
                (watcher, until) -> ends.add(new DeleteOneModel<>(notAfter(watcher, until))));
        watches.bulkWrite(ends, new BulkWriteOptions().ordered(false));
    }

    /** Nobody watches this user any more. */
    public void endAllOf(UserId watched) {
        watches.deleteMany(new Document("watched", id(watched)));
    }

    /** Who watches each of these. */
    public Map<UserId, List<UserId>> watchersOf(Collection<UserId> watched) {
        var found = new HashMap<UserId, List<UserId>>();
        if (watched.isEmpty()) {
            return found;
        }
        for (var watch :
                watches.find(in("watched", watched.stream().map(WatchStore::id).toList()))) {
            found.computeIfAbsent(userId(watch, "watched"), _ -> new ArrayList<>())
                    .add(userId(watch, "_id"));
        }
        return found;
    }

    private static Document notAfter(UserId watcher, Instant time) {
        return key(watcher).append("since", new Document("$lte", Date.from(time)));
    }

    private static Document key(UserId watcher) {
        return new Document("_id", id(watcher));
    }

    private static ObjectId id(UserId user) {
        return new ObjectId(user.value());
    }

    private static UserId userId(Document watch, String field) {
        return new UserId(watch.getObjectId(field).toHexString());
    }
}

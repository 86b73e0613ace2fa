package parlance.presence.activity;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import parlance.contracts.UserId;
import parlance.kit.mongo.DuplicateKey;
import parlance.kit.mongo.MongoStore;

/**
 * The presence subscriptions: one document per watcher, so that a user watches at most one other
 * user. All times are the broker's; an older command never replaces a newer subscription.
 */
@Singleton
public class PresenceSubscriptionStore extends MongoStore<PresenceSubscriptionDocument, UserId> {

    private static final ReplaceOptions REPLACE_OR_ADD = new ReplaceOptions().upsert(true);

    @Override
    protected List<IndexModel> indexes() {
        return List.of(new IndexModel(ascending("watched")));
    }

    /** Replaces the watcher's earlier subscription. */
    void save(UserId watcher, UserId watched, Instant since) {
        var watch = new PresenceSubscriptionDocument(watcher, watched, since);
        try {
            collection().replaceOne(notAfter(watcher, since), watch, REPLACE_OR_ADD);
        } catch (MongoWriteException refused) {
            // A newer subscription is stored: this command is late, or a repetition.
            if (!DuplicateKey.isCauseOf(refused)) {
                throw refused;
            }
        }
    }

    /** Removes the subscription of each watcher, if it began no later than the given time. */
    public void end(Map<UserId, Instant> untilByWatcher) {
        var ends = new ArrayList<DeleteOneModel<PresenceSubscriptionDocument>>();
        untilByWatcher.forEach(
                (watcher, until) -> ends.add(new DeleteOneModel<>(notAfter(watcher, until))));
        writeAll(ends);
    }

    /** Removes all subscriptions to this user. */
    public void endAllOf(UserId watched) {
        collection().deleteMany(eq("watched", watched));
    }

    /** The watchers of each of these users. */
    public Map<UserId, List<UserId>> watchersOf(Collection<UserId> watched) {
        var found = new HashMap<UserId, List<UserId>>();
        if (watched.isEmpty()) {
            return found;
        }
        for (var watch : collection().find(in("watched", watched))) {
            found.computeIfAbsent(watch.watched(), _ -> new ArrayList<>()).add(watch.watcher());
        }
        return found;
    }

    private static Document notAfter(UserId watcher, Instant time) {
        return new Document("_id", watcher).append("since", new Document("$lte", time));
    }
}

package parlance.push.subscription;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/** Subscriptions by device. Each change is made on the version that was read, or not at all. */
@Singleton
public final class SubscriptionStore {

    private static final int BEFORE_COMMANDS = 100;

    private final MongoCollection<Document> subscriptions;

    SubscriptionStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.subscriptions = mongo.getDatabase(database).getCollection("subscriptions");
    }

    void createIndexes(@Observes @Priority(BEFORE_COMMANDS) StartupEvent event) {
        // A target is one device's, whoever signed in there last.
        subscriptions.createIndex(Indexes.ascending("address"), new IndexOptions().unique(true));
        // The devices of a user; of everybody whom a packet is for.
        subscriptions.createIndex(Indexes.ascending("user", "active"));
    }

    /** The subscription of a device; a deleted one is found as well. */
    Optional<Subscription> find(OrganizationId organization, UserId user, String deviceUdid) {
        var key = SubscriptionDocument.keyOf(organization, user, deviceUdid);
        return Optional.ofNullable(subscriptions.find(Filters.eq(key)).first())
                .map(SubscriptionDocument::read);
    }

    /** Those of a user's devices that are to be pushed to, the oldest first. */
    List<Subscription> activeOf(OrganizationId organization, UserId user) {
        return all(
                new Document("user", user.value())
                        .append("active", true)
                        .append("org", organization.value()),
                new Document("created_at", 1));
    }

    /** The same for many users, in one round trip. */
    public List<Subscription> activeOf(Collection<UserId> users) {
        var ids = users.stream().map(UserId::value).distinct().toList();
        return all(
                Filters.and(in("user", ids), Filters.eq("active", true)), new Document("user", 1));
    }

    /** Those that are still as they were, by their ids. */
    public Map<String, Subscription> findActive(Collection<UserId> users) {
        var found = new HashMap<String, Subscription>();
        activeOf(users).forEach(subscription -> found.put(subscription.id(), subscription));
        return found;
    }

    /**
     * Stores a new subscription, or the version that follows the one that was read. Whoever else
     * had the same target loses it.
     *
     * @return whether it is stored; if not, somebody was faster, or stood in its way until now
     */
    boolean save(Subscription changed) {
        var document = SubscriptionDocument.of(changed);
        try {
            if (changed.version() == 1) {
                subscriptions.insertOne(document);
                return true;
            }
            var read =
                    new Document("_id", document.get("_id"))
                            .append("version", changed.version() - 1);
            return subscriptions.replaceOne(read, document).getMatchedCount() == 1;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            takeAway(changed);
            return false;
        }
    }

    /** The provider says that this target is no more. One that has replaced it meanwhile stays. */
    public void retire(Subscription gone) {
        deactivate(
                new Document("_id", SubscriptionDocument.keyOf(gone))
                        .append("address", gone.target().address()),
                SubscriptionDocument.keyOf(gone));
    }

    /** Nothing remains of a user who is no more. */
    void removeAll(UserId user) {
        subscriptions.deleteMany(new Document("user", user.value()));
    }

    private void takeAway(Subscription wanted) {
        var holder =
                subscriptions
                        .find(
                                Filters.and(
                                        Filters.eq("address", wanted.target().address()),
                                        ne("_id", SubscriptionDocument.keyOf(wanted))))
                        .first();
        if (holder != null) {
            var key = holder.getString("_id");
            deactivate(new Document("_id", key).append("address", wanted.target().address()), key);
        }
    }

    private void deactivate(Document filter, String freeAddress) {
        subscriptions.updateOne(
                filter,
                new Document("$set", new Document("active", false).append("address", freeAddress))
                        .append("$inc", new Document("version", 1L)));
    }

    private List<Subscription> all(Bson filter, Document order) {
        return subscriptions
                .find(filter)
                .sort(order)
                .map(SubscriptionDocument::read)
                .into(new ArrayList<>());
    }
}

package parlance.push.subscription;

import com.mongodb.MongoException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.kit.mongo.DuplicateKey;
import parlance.kit.mongo.MongoStore;

/** Subscriptions by device. Each change is made on the version that was read, or not at all. */
@Singleton
public final class SubscriptionStore extends MongoStore<SubscriptionDocument, String> {

    @Override
    protected List<IndexModel> indexes() {
        return List.of(
                // A target is one device's, whoever signed in there last.
                new IndexModel(Indexes.ascending("address"), new IndexOptions().unique(true)),
                // The devices of a user; of everybody whom a packet is for.
                new IndexModel(Indexes.ascending("user", "active")));
    }

    /** The subscription of a device; a deleted one is found as well. */
    Optional<Subscription> find(OrganizationId organization, UserId user, String deviceUdid) {
        var key = SubscriptionDocument.keyOf(organization, user, deviceUdid);
        return findByIdOptional(key).map(SubscriptionDocument::toSubscription);
    }

    /** Those of a user's devices that are to be pushed to, the oldest first. */
    List<Subscription> activeOf(OrganizationId organization, UserId user) {
        return all(
                new Document("user", user.value())
                        .append("active", true)
                        .append("org", organization),
                new Document("created_at", 1));
    }

    /** The same for many users, in one round trip. */
    public List<Subscription> activeOf(Collection<UserId> users) {
        var ids = users.stream().map(UserId::value).distinct().toList();
        return all(
                new Document("user", new Document("$in", ids)).append("active", true),
                new Document("user", 1));
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
                persist(document);
                return true;
            }
            var read = new Document("_id", document.key()).append("version", changed.version() - 1);
            return collection().replaceOne(read, document).getMatchedCount() == 1;
        } catch (MongoException failure) {
            if (!DuplicateKey.isCauseOf(failure)) {
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
        delete(new Document("user", user.value()));
    }

    private void takeAway(Subscription wanted) {
        var address = wanted.target().address();
        var another =
                new Document("address", address)
                        .append("_id", new Document("$ne", SubscriptionDocument.keyOf(wanted)));
        find(another)
                .firstResultOptional()
                .map(SubscriptionDocument::key)
                .ifPresent(key ->
                        deactivate(new Document("_id", key).append("address", address), key));
    }

    private void deactivate(Document filter, String freeAddress) {
        var inactive = new Document("active", false).append("address", freeAddress);
        collection()
                .updateOne(
                        filter,
                        new Document("$set", inactive).append("$inc", new Document("version", 1L)));
    }

    private List<Subscription> all(Document filter, Document order) {
        return list(filter, order).stream().map(SubscriptionDocument::toSubscription).toList();
    }
}

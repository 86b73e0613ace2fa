package parlance.user.contact;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Sorts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.OrganizationId;
import parlance.contracts.PreassignedId;
import parlance.contracts.UserId;
import parlance.kit.mongo.MongoStore;

/** The contacts in MongoDB; no user sees those of another. */
@Singleton
class ContactStore extends MongoStore<ContactDocument, ObjectId> {

    @Override
    protected List<IndexModel> indexes() {
        return List.of(
                new IndexModel(compoundIndex(ascending("org", "user"), descending("created_at"))));
    }

    /** Those that were added before, by the same command, stay as they are. */
    void addOnce(List<Contact> added) {
        addAllIfAbsent(added.stream().map(ContactDocument::of).toList());
    }

    /** False if it has been changed or removed since it was read. */
    boolean replace(Contact before, Contact changed) {
        var same =
                new Document("_id", new ObjectId(before.id().value()))
                        .append("changed_by", before.changedBy());
        return collection().replaceOne(same, ContactDocument.of(changed)).getMatchedCount() == 1;
    }

    Optional<Contact> find(Caller owner, ContactId id) {
        return find(owner, List.of(id), null, 1).stream().findFirst();
    }

    /** The owner's, newest first; {@code null} filters nothing. */
    List<Contact> find(
            Caller owner,
            @Nullable Collection<ContactId> ids,
            @Nullable TimeRange updated,
            int limit) {
        var filter = ownedBy(owner.organizationId(), owner.userId());
        if (ids != null) {
            filter.append("_id", new Document("$in", objectIds(ids)));
        }
        if (updated != null && !updated.isEverything()) {
            filter.append("updated_at", rangeOf(updated));
        }
        return collection()
                .find(filter)
                .sort(Sorts.descending("created_at", "_id"))
                .limit(limit)
                .map(ContactDocument::toContact)
                .into(new ArrayList<>());
    }

    void remove(Caller owner, ContactId id) {
        if (PreassignedId.isWellFormed(id.value())) {
            delete(
                    ownedBy(owner.organizationId(), owner.userId())
                            .append("_id", new ObjectId(id.value())));
        }
    }

    void removeAll(OrganizationId organizationId, UserId owner) {
        delete(ownedBy(organizationId, owner));
    }

    private static Document ownedBy(OrganizationId organizationId, UserId owner) {
        return new Document("org", organizationId).append("user", owner.value());
    }

    private static List<ObjectId> objectIds(Collection<ContactId> ids) {
        return ids.stream()
                .map(ContactId::value)
                .filter(PreassignedId::isWellFormed)
                .map(ObjectId::new)
                .toList();
    }

    private static Document rangeOf(TimeRange range) {
        var document = new Document();
        if (range.after() != null) {
            document.append("$gt", range.after());
        }
        if (range.before() != null) {
            document.append("$lt", range.before());
        }
        return document;
    }
}

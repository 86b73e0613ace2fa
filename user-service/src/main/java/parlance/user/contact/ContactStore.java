package parlance.user.contact;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.MintedId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/** The contacts in MongoDB; nobody sees another user's. */
@Singleton
class ContactStore {

    private final MongoCollection<Document> contacts;

    ContactStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        contacts = mongo.getDatabase(database).getCollection("contacts");
    }

    /** Before the first command is read. */
    void createIndexes(@Observes @Priority(1) StartupEvent start) {
        contacts.createIndex(compoundIndex(ascending("org", "user"), descending("created_at")));
    }

    /** Those that were added before, by the same command, stay as they are. */
    void addOnce(List<Contact> added) {
        try {
            contacts.insertMany(
                    added.stream().map(ContactDocument::of).toList(),
                    new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException refused) {
            var onlyDuplicates =
                    refused.getWriteConcernError() == null
                            && refused.getWriteErrors().stream()
                                    .allMatch(error ->
                                            error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!onlyDuplicates) {
                throw refused;
            }
        }
    }

    /** False if it has been changed or removed since it was read. */
    boolean replace(Contact before, Contact changed) {
        var same =
                new Document("_id", new ObjectId(before.id().value()))
                        .append("changed_by", before.changedBy().toString());
        return contacts.replaceOne(same, ContactDocument.of(changed)).getMatchedCount() == 1;
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
        return contacts.find(filter)
                .sort(Sorts.descending("created_at", "_id"))
                .limit(limit)
                .map(ContactDocument::toContact)
                .into(new ArrayList<>());
    }

    void remove(Caller owner, ContactId id) {
        if (MintedId.isWellFormed(id.value())) {
            contacts.deleteOne(
                    ownedBy(owner.organizationId(), owner.userId())
                            .append("_id", new ObjectId(id.value())));
        }
    }

    void removeAll(OrganizationId organizationId, UserId owner) {
        contacts.deleteMany(ownedBy(organizationId, owner));
    }

    private static Document ownedBy(OrganizationId organizationId, UserId owner) {
        return new Document("org", organizationId.value()).append("user", owner.value());
    }

    private static List<ObjectId> objectIds(Collection<ContactId> ids) {
        return ids.stream()
                .map(ContactId::value)
                .filter(MintedId::isWellFormed)
                .map(ObjectId::new)
                .toList();
    }

    private static Document rangeOf(TimeRange range) {
        var document = new Document();
        if (range.after() != null) {
            document.append("$gt", Date.from(range.after()));
        }
        if (range.before() != null) {
            document.append("$lt", Date.from(range.before()));
        }
        return document;
    }
}

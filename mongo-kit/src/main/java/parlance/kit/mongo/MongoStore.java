package parlance.kit.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * A Panache repository with the indexes that its queries need. The kit creates the indexes when the
 * service starts, before it takes its first command.
 *
 * @param <D> what is stored: a public record that names its fields as they stand in the database
 * @param <I> the type of {@code _id}
 */
public abstract class MongoStore<D, I> implements PanacheMongoRepositoryBase<D, I> {

    protected static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    /** NamespaceNotFound and IndexNotFound. */
    private static final Set<Integer> ABSENT = Set.of(26, 27);

    // Panache looks the collection up at each call, which costs microseconds.
    private final MongoCollection<D> collection = mongoCollection();

    /** The indexes beside that of {@code _id}. */
    protected List<IndexModel> indexes() {
        return List.of();
    }

    /** For bulk and conditional writes, and for queries with projections. */
    protected final MongoCollection<D> collection() {
        return collection;
    }

    /**
     * Stores a new document.
     *
     * @return false if another document has its id, or another unique key of it
     */
    protected final boolean addIfAbsent(D document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoException failure) {
            if (DuplicateKey.isCauseOf(failure)) {
                return false;
            }
            throw failure;
        }
    }

    /** Stores those new documents whose ids, and other unique keys, no stored document has. */
    protected final void addAllIfAbsent(List<D> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoException failure) {
            if (!DuplicateKey.isCauseOf(failure)) {
                throw failure;
            }
        }
    }

    /**
     * Stores the version that follows the one that was read; version 1 is a new document.
     *
     * @return false if another writer stored that version first
     */
    protected final boolean saveVersion(I id, long version, D next) {
        if (version == 1) {
            return addIfAbsent(next);
        }
        var read = new Document("_id", id).append("version", version - 1);
        return collection.replaceOne(read, next).getMatchedCount() == 1;
    }

    /** In one request and in any order; no request if there is nothing to write. */
    protected final void writeAll(List<? extends WriteModel<D>> writes) {
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, ANY_ORDER);
        }
    }

    /** Names of indexes that earlier versions created and that must not remain. */
    protected List<String> formerIndexes() {
        return List.of();
    }

    final void createIndexes() {
        formerIndexes().forEach(this::dropIndex);
        var indexes = indexes();
        if (!indexes.isEmpty()) {
            collection.createIndexes(indexes);
        }
    }

    private void dropIndex(String name) {
        try {
            collection.dropIndex(name);
        } catch (MongoCommandException failure) {
            if (!ABSENT.contains(failure.getErrorCode())) {
                throw failure;
            }
        }
    }
}

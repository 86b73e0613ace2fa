package parlance.message.reaction;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.MessageId;

/** Reactions by message: one document each, changed on the version that was read. */
@Singleton
public final class ReactionStore {

    private final MongoCollection<Document> reactions;

    ReactionStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.reactions = mongo.getDatabase(database).getCollection("reactions");
    }

    /** The reactions to those of {@code ids} that have any. */
    public Map<MessageId, Reactions> find(Collection<MessageId> ids) {
        var found = new HashMap<MessageId, Reactions>();
        if (ids.isEmpty()) {
            return found;
        }
        var keys = ids.stream().map(id -> new ObjectId(id.value())).toList();
        for (var document : reactions.find(in("_id", keys))) {
            found.put(
                    new MessageId(document.getObjectId("_id").toHexString()),
                    ReactionDocument.read(document));
        }
        return found;
    }

    /** What is deleted has no reactions. */
    public void removeAll(Collection<MessageId> ids) {
        reactions.deleteMany(in("_id", ids.stream().map(id -> new ObjectId(id.value())).toList()));
    }

    Reactions get(MessageId id) {
        return find(List.of(id)).getOrDefault(id, Reactions.none());
    }

    /**
     * Stores the version that follows the one that was read.
     *
     * @return whether nobody else was faster
     */
    boolean replace(MessageId id, Reactions changed) {
        var document = ReactionDocument.of(id, changed);
        if (changed.version() == 1) {
            return add(document);
        }
        var read =
                new Document("_id", document.get("_id")).append("version", changed.version() - 1);
        return reactions.replaceOne(read, document).getMatchedCount() == 1;
    }

    private boolean add(Document first) {
        try {
            reactions.insertOne(first);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }
}

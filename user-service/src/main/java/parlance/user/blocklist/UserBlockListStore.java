package parlance.user.blocklist;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.UserId;

/** The block lists in MongoDB; what all services see of them is the kit's BlockListStore. */
@Singleton
class UserBlockListStore {

    private final MongoCollection<Document> lists;

    UserBlockListStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        lists = mongo.getDatabase(database).getCollection("block_lists");
    }

    /** Before the first command is read. */
    void createIndexes(@Observes @Priority(1) StartupEvent start) {
        lists.createIndex(Indexes.ascending("entries.user"));
    }

    /** An empty one, if the user never blocked anybody. */
    BlockList get(UserId owner) {
        return Optional.ofNullable(lists.find(idOf(owner)).first())
                .map(BlockListDocument::toBlockList)
                .orElseGet(() -> BlockList.emptyOf(owner));
    }

    /** Who has this user on the list. */
    List<UserId> ownersOfListsWith(UserId user) {
        return lists.find(new Document("entries.user", user.value()))
                .map(document -> new UserId(document.getObjectId("_id").toHexString()))
                .into(new ArrayList<>());
    }

    /** False if the list has been changed since it was read. */
    boolean save(BlockList changed) {
        if (changed.version() == 1) {
            return add(changed);
        }
        var before = idOf(changed.owner()).append("version", changed.version() - 1);
        return lists.replaceOne(before, BlockListDocument.of(changed)).getMatchedCount() == 1;
    }

    void remove(UserId owner) {
        lists.deleteOne(idOf(owner));
    }

    private boolean add(BlockList first) {
        try {
            lists.insertOne(BlockListDocument.of(first));
            return true;
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return false;
        }
    }

    private static Document idOf(UserId owner) {
        return new Document("_id", new ObjectId(owner.value()));
    }
}

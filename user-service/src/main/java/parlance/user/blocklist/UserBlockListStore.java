package parlance.user.blocklist;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;
import parlance.contracts.UserId;
import parlance.kit.mongo.MongoStore;

/** The block lists in MongoDB; what all services see of them is the kit's BlockListStore. */
@Singleton
class UserBlockListStore extends MongoStore<BlockListDocument, UserId> {

    @Override
    protected List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending("entries.user")));
    }

    /** An empty one, if the user never blocked another. */
    BlockList get(UserId owner) {
        return findByIdOptional(owner)
                .map(BlockListDocument::toBlockList)
                .orElseGet(() -> BlockList.emptyOf(owner));
    }

    /** Who has this user on the list. */
    List<UserId> ownersOfListsWith(UserId user) {
        return list(new Document("entries.user", user.value())).stream()
                .map(BlockListDocument::owner)
                .toList();
    }

    /** False if the list has been changed since it was read. */
    boolean save(BlockList changed) {
        return saveVersion(changed.owner(), changed.version(), BlockListDocument.of(changed));
    }

    void remove(UserId owner) {
        deleteById(owner);
    }
}

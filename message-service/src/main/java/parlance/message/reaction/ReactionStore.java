package parlance.message.reaction;

import static com.mongodb.client.model.Filters.in;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parlance.contracts.MessageId;
import parlance.kit.mongo.MongoStore;

/** Reactions by message: one document each, changed on the version that was read. */
@Singleton
public final class ReactionStore extends MongoStore<ReactionDocument, MessageId> {

    /** The reactions to those of {@code ids} that have any. */
    public Map<MessageId, Reactions> find(Collection<MessageId> ids) {
        var found = new HashMap<MessageId, Reactions>();
        if (ids.isEmpty()) {
            return found;
        }
        for (var document : collection().find(in("_id", ids))) {
            found.put(document.id(), document.reactions());
        }
        return found;
    }

    /** What is deleted has no reactions. */
    public void removeAll(Collection<MessageId> ids) {
        collection().deleteMany(in("_id", ids));
    }

    Reactions get(MessageId id) {
        return find(List.of(id)).getOrDefault(id, Reactions.none());
    }

    /**
     * Stores the version that follows the one that was read.
     *
     * @return whether no other writer was faster
     */
    boolean replace(MessageId id, Reactions changed) {
        return saveVersion(id, changed.version(), ReactionDocument.of(id, changed));
    }
}

package parlance.message.tail;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.model.UpdateOneModel;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parlance.contracts.ConversationId;
import parlance.kit.mongo.MongoStore;

/** Heads by conversation. They only ever grow, so a replayed update changes nothing. */
@Singleton
public final class ConversationTailStore
        extends MongoStore<ConversationTailDocument, ConversationId> {

    /** A head for each of {@code ids}, also for those in which nothing was said. */
    public Map<ConversationId, ConversationTail> find(Collection<ConversationId> ids) {
        var found = new HashMap<ConversationId, ConversationTail>();
        ids.forEach(id -> found.put(id, ConversationTail.none(id)));
        for (var document : collection().find(in("_id", ids))) {
            found.put(document.id(), document.tail());
        }
        return found;
    }

    /** See {@link #find}. */
    public ConversationTail get(ConversationId id) {
        return find(List.of(id)).getOrDefault(id, ConversationTail.none(id));
    }

    /** Moves each head on to at least where it now is. */
    public void advance(Collection<ConversationTail> moved) {
        writeAll(moved.stream().map(ConversationTailStore::advance).toList());
    }

    /** Clients have been told of this version of the conversation. */
    public void publish(ConversationId id, long version) {
        collection().updateOne(eq(id), max("published", version), UPSERT);
    }

    private static UpdateOneModel<ConversationTailDocument> advance(ConversationTail tail) {
        return new UpdateOneModel<>(
                eq(tail.conversationId()),
                combine(max("seq", tail.seq()), max("last_at", tail.lastAt())),
                UPSERT);
    }
}

package parlance.message.readstate;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.IndexModel;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;
import parlance.kit.mongo.MongoStore;

/** Read state by conversation and participant. */
@Singleton
public final class ReadStateStore extends MongoStore<ReaderDocument, String> {

    @Override
    protected List<IndexModel> indexes() {
        // Whether a message has been read.
        return List.of(
                new IndexModel(ascending("cid", "up_to")),
                new IndexModel(ascending("cid", "beyond")));
    }

    /** The state of one reader in each conversation, also where nothing was read. */
    public Map<ConversationId, ReadState> find(
            UserId reader, Collection<ConversationId> conversations) {
        var found = new HashMap<ConversationId, ReadState>();
        conversations.forEach(id -> found.put(id, ReadState.none()));
        var keys = conversations.stream().map(id -> ReaderDocument.keyOf(id, reader)).toList();
        for (var document : collection().find(in("_id", keys))) {
            found.put(document.conversationId(), document.state());
        }
        return found;
    }

    /**
     * Which of these places others than {@code author} have read. At most as many readers are
     * looked at as are needed to know.
     */
    public Set<Long> readByOthers(
            ConversationId conversation, UserId author, Collection<Long> places) {
        if (places.isEmpty()) {
            return Set.of();
        }
        var others = new Document("cid", conversation).append("user", new Document("$ne", author));
        var furthest = collection().find(others).sort(descending("up_to")).limit(1).first();
        var upTo = furthest == null ? 0 : furthest.upTo();
        var left = new TreeSet<>(places);
        left.removeIf(place -> place <= upTo);
        if (!left.isEmpty()) {
            var reached = new Document("$gte", left.first());
            for (var document : collection().find(new Document(others).append("beyond", reached))) {
                left.removeIf(document.state()::includes);
                if (left.isEmpty()) {
                    break;
                }
            }
        }
        var read = new HashSet<>(places);
        read.removeAll(left);
        return read;
    }

    Reader get(ConversationId conversation, UserId reader) {
        var document = findById(ReaderDocument.keyOf(conversation, reader));
        return document == null ? Reader.of(conversation, reader) : document.reader();
    }

    /**
     * Stores the version that follows the one that was read.
     *
     * @return whether no other writer was faster
     */
    boolean replace(Reader changed) {
        var document = ReaderDocument.of(changed);
        return saveVersion(document.key(), document.version(), document);
    }
}

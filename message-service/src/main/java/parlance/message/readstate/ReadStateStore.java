package parlance.message.readstate;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;

/** Read state by conversation and participant. */
@Singleton
public final class ReadStateStore {

    private static final int BEFORE_COMMANDS = 100;

    private final MongoCollection<Document> states;

    ReadStateStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.states = mongo.getDatabase(database).getCollection("read_states");
    }

    void createIndexes(@Observes @Priority(BEFORE_COMMANDS) StartupEvent event) {
        // Whether anybody has read a message.
        states.createIndex(new Document("cid", 1).append("up_to", 1));
        states.createIndex(new Document("cid", 1).append("beyond", 1));
    }

    /** The state of one reader in each conversation, also where nothing was read. */
    public Map<ConversationId, ReadState> find(
            UserId reader, Collection<ConversationId> conversations) {
        var found = new HashMap<ConversationId, ReadState>();
        conversations.forEach(id -> found.put(id, ReadState.none()));
        var keys = conversations.stream().map(id -> ReaderDocument.keyOf(id, reader)).toList();
        for (var document : states.find(in("_id", keys))) {
            found.put(
                    new ConversationId(document.getObjectId("cid").toHexString()),
                    ReaderDocument.state(document));
        }
        return found;
    }

    /** What of these places anybody but {@code author} has read. */
    public ReadState readByOthers(
            ConversationId conversation, UserId author, Collection<Long> places) {
        var others =
                new Document("cid", new ObjectId(conversation.value()))
                        .append("user", new Document("$ne", new ObjectId(author.value())));
        var furthest = states.find(others).sort(new Document("up_to", -1)).limit(1).first();
        var upTo = furthest == null ? 0 : furthest.getLong("up_to");
        var beyond = new TreeSet<Long>();
        var left = places.stream().filter(place -> place > upTo).toList();
        if (!left.isEmpty()) {
            var oneByOne = new Document(others).append("beyond", new Document("$in", left));
            for (var document : states.find(oneByOne)) {
                beyond.addAll(document.getList("beyond", Long.class));
            }
        }
        return new ReadState(upTo, beyond);
    }

    Reader get(ConversationId conversation, UserId reader) {
        var key = new Document("_id", ReaderDocument.keyOf(conversation, reader));
        var document = states.find(key).first();
        return document == null ? Reader.of(conversation, reader) : ReaderDocument.read(document);
    }

    /**
     * Stores the version that follows the one that was read.
     *
     * @return whether nobody else was faster
     */
    boolean replace(Reader changed) {
        var document = ReaderDocument.of(changed);
        if (changed.version() == 1) {
            return add(document);
        }
        var read =
                new Document("_id", document.get("_id")).append("version", changed.version() - 1);
        return states.replaceOne(read, document).getMatchedCount() == 1;
    }

    private boolean add(Document first) {
        try {
            states.insertOne(first);
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }
}

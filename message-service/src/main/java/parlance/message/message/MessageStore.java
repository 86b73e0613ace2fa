package parlance.message.message;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.MintedId;
import parlance.contracts.Position;
import parlance.contracts.UserId;
import parlance.message.head.Head;

/** Messages as they are written: by the batch, each once. */
@Singleton
public final class MessageStore {

    public static final String COLLECTION = "messages";
    private static final int BEFORE_COMMANDS = 100;

    private final MongoCollection<Document> messages;

    MessageStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.messages = mongo.getDatabase(database).getCollection(COLLECTION);
    }

    void createIndexes(@Observes @Priority(BEFORE_COMMANDS) StartupEvent event) {
        var unique = new IndexOptions().unique(true);
        // No two messages in one place; also the order of lists, and what unread counts run over.
        messages.createIndex(new Document("cid", 1).append("seq", 1), unique);
        // A message that is sent again is found by it.
        messages.createIndex(new Document("client_key", 1), unique);
        // What changed since a client last looked.
        messages.createIndex(new Document("cid", 1).append("updated_at", 1).append("seq", 1));
    }

    /** What was stored under these keys, tombstones included. */
    public Map<String, Message> findByClientKeys(Collection<String> keys) {
        var found = new HashMap<String, Message>();
        for (var document : messages.find(in("client_key", keys))) {
            var message = MessageDocument.read(document);
            found.put(message.cause().clientKey(), message);
        }
        return found;
    }

    /** Also what is deleted. */
    Optional<Message> findEvenDeleted(MessageId id) {
        return MintedId.isWellFormed(id.value())
                ? Optional.ofNullable(
                                messages.find(new Document("_id", MessageDocument.id(id.value())))
                                        .first())
                        .map(MessageDocument::read)
                : Optional.empty();
    }

    /** Those of {@code ids} that exist and are not deleted. */
    public Map<MessageId, Message> find(Collection<MessageId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var keys = ids.stream().map(id -> MessageDocument.id(id.value())).toList();
        var found = new HashMap<MessageId, Message>();
        for (var document : messages.find(in("_id", keys))) {
            var message = MessageDocument.read(document);
            if (!message.deleted()) {
                found.put(message.id(), message);
            }
        }
        return found;
    }

    /**
     * Stores all of them, or as many as it can.
     *
     * @throws StoredMeanwhile if another replica was faster with one of them or with its place:
     *     look again, and what is stored by then is known
     */
    public void addAll(List<Message> made) {
        if (made.isEmpty()) {
            return;
        }
        try {
            messages.insertMany(
                    made.stream().map(MessageDocument::of).toList(),
                    new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            if (failure.getWriteErrors().stream().allMatch(MessageStore::isDouble)) {
                throw new StoredMeanwhile();
            }
            throw failure;
        }
    }

    /**
     * Stores an edit, unless the message was edited or deleted since it was read.
     *
     * @return whether it was stored
     */
    boolean replaceBody(Message read, Message edited) {
        var unchanged =
                new Document("_id", MessageDocument.id(read.id().value()))
                        .append("live", true)
                        .append("updated_at", Date.from(read.updatedAt()));
        var edits = edited.edits().stream().map(Position::toString).toList();
        var change =
                new Document("body", edited.content().body())
                        .append("updated_at", Date.from(edited.updatedAt()))
                        .append("edits", edits);
        return messages.updateOne(unchanged, new Document("$set", change)).getMatchedCount() == 1;
    }

    /** Hides these from one reader. */
    public void hide(ConversationId conversation, Collection<MessageId> ids, UserId reader) {
        messages.updateMany(
                ofConversation(conversation, ids),
                new Document(
                        "$addToSet",
                        new Document("hidden_for", MessageDocument.id(reader.value()))));
    }

    /** Leaves tombstones: what was said is gone, and nobody can send it again. */
    public void bury(ConversationId conversation, Collection<MessageId> ids, Position position) {
        var gone = new Document();
        for (var field : MessageDocument.SAID) {
            gone.append(field, "");
        }
        messages.updateMany(
                ofConversation(conversation, ids).append("live", true),
                new Document(
                                "$set",
                                new Document("live", false)
                                        .append("buried_by", position.toString()))
                        .append("$unset", gone));
    }

    /** Those of {@code ids} that the command at this position deleted, now or before. */
    public Set<MessageId> buriedBy(
            ConversationId conversation, Collection<MessageId> ids, Position position) {
        var buried = new HashSet<MessageId>();
        messages.find(ofConversation(conversation, ids).append("buried_by", position.toString()))
                .forEach(document -> buried.add(MessageDocument.read(document).id()));
        return buried;
    }

    private static Document ofConversation(ConversationId conversation, Collection<MessageId> ids) {
        return new Document("_id", MessageDocument.among(ids))
                .append("cid", MessageDocument.id(conversation.value()));
    }

    /** Lets the client's id be used for another message; the old one keeps its own. */
    void releaseClientKeys(List<Message> old) {
        for (var message : old) {
            messages.updateOne(
                    new Document("_id", MessageDocument.id(message.id().value())),
                    new Document("$set", new Document("client_key", message.id().value())));
        }
    }

    /** Where each conversation's last message stands, tombstones included. */
    List<Head> lastPlaces(Collection<ConversationId> conversations) {
        var places = new ArrayList<Head>();
        for (var id : conversations) {
            var last =
                    messages.find(new Document("cid", MessageDocument.id(id.value())))
                            .sort(new Document("seq", -1))
                            .first();
            if (last != null) {
                var message = MessageDocument.read(last);
                places.add(new Head(id, message.seq(), message.createdAt(), 0));
            }
        }
        return places;
    }

    private static boolean isDouble(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** Somebody else wrote here; not a failure, but a reason to look again. */
    public static final class StoredMeanwhile extends RuntimeException {
        StoredMeanwhile() {
            super("stored_meanwhile", null, false, false);
        }
    }
}

package parlance.message.document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import parlance.contracts.ConversationId;
import parlance.contracts.MessageId;
import parlance.contracts.Position;
import parlance.contracts.PreassignedId;
import parlance.contracts.UserId;
import parlance.kit.mongo.DuplicateKey;
import parlance.kit.mongo.MongoStore;
import parlance.message.tail.ConversationTail;

/** Messages as they are written: by the batch, each once. */
@Singleton
public final class MessageStore extends MongoStore<MessageDocument, MessageId> {

    private static final InsertManyOptions ANY_ORDER = new InsertManyOptions().ordered(false);

    @Override
    protected List<IndexModel> indexes() {
        var unique = new IndexOptions().unique(true);
        return List.of(
                // No two messages in one place; also the order of lists, and what unread counts run
                // over.
                new IndexModel(ascending("cid", "seq"), unique),
                // A message that is sent again is found by it.
                new IndexModel(ascending("client_key"), unique),
                // What changed since a client last looked.
                new IndexModel(ascending("cid", "updated_at", "seq")),
                // The few that wait for a participant who left.
                new IndexModel(
                        ascending("cid", "awaits"),
                        new IndexOptions().partialFilterExpression(exists("awaits"))));
    }

    /** What was stored under these keys, tombstones included. */
    public Map<String, Message> findByClientKeys(Collection<String> keys) {
        var found = new HashMap<String, Message>();
        for (var document : collection().find(in("client_key", keys))) {
            found.put(document.clientKey(), document.message());
        }
        return found;
    }

    /** Also what is deleted. */
    public Optional<Message> findEvenDeleted(MessageId id) {
        return PreassignedId.isWellFormed(id.value())
                ? Optional.ofNullable(collection().find(eq(id)).first())
                        .map(MessageDocument::message)
                : Optional.empty();
    }

    /** Those of {@code ids} that exist and are not deleted. */
    public Map<MessageId, Message> find(Collection<MessageId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<MessageId, Message>();
        for (var document : collection().find(in("_id", ids))) {
            if (document.live()) {
                found.put(document.id(), document.message());
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
            collection().insertMany(made.stream().map(MessageDocument::of).toList(), ANY_ORDER);
        } catch (MongoBulkWriteException failure) {
            if (DuplicateKey.isCauseOf(failure)) {
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
    public boolean replaceBody(Message read, Message edited) {
        var unchanged =
                new Document("_id", read.id())
                        .append("live", true)
                        .append("updated_at", read.updatedAt());
        var change =
                combine(
                        set("body", edited.content().body()),
                        set("updated_at", edited.updatedAt()),
                        set("edits", edited.edits()));
        return collection().updateOne(unchanged, change).getMatchedCount() == 1;
    }

    /** Hides these from one reader. */
    public void hide(ConversationId conversation, Collection<MessageId> ids, UserId reader) {
        collection().updateMany(ofConversation(conversation, ids), addToSet("hidden_for", reader));
    }

    /** Leaves tombstones: what was said is gone, and cannot be sent again. */
    public void tombstone(
            ConversationId conversation, Collection<MessageId> ids, Position position) {
        var changes = new ArrayList<Bson>(List.of(set("live", false), set("buried_by", position)));
        MessageDocument.SAID.forEach(field -> changes.add(unset(field)));
        collection()
                .updateMany(
                        ofConversation(conversation, ids).append("live", true), combine(changes));
    }

    /**
     * Releases the messages that wait for one of these people, for the change at this position.
     *
     * @return those that this change released, now or before, in their order; without deleted ones
     */
    public List<Message> release(
            ConversationId conversation, Collection<UserId> back, Position position) {
        var waiting = new Document("cid", conversation).append("awaits", new Document("$in", back));
        var unreleased =
                new Document(waiting).append("released_by", new Document("$exists", false));
        collection().updateMany(unreleased, set("released_by", position));
        return collection()
                .find(new Document(waiting).append("released_by", position).append("live", true))
                .map(MessageDocument::message)
                .into(new ArrayList<>())
                .stream()
                .sorted(Comparator.comparingLong(Message::seq))
                .toList();
    }

    /** Those of {@code ids} that the command at this position deleted, now or before. */
    public Set<MessageId> buriedBy(
            ConversationId conversation, Collection<MessageId> ids, Position position) {
        var buried = new HashSet<MessageId>();
        collection()
                .find(ofConversation(conversation, ids).append("buried_by", position))
                .forEach(document -> buried.add(document.id()));
        return buried;
    }

    private static Document ofConversation(ConversationId conversation, Collection<MessageId> ids) {
        return new Document("_id", among(ids)).append("cid", conversation);
    }

    /** One of these; what is no id is no message's. */
    static Document among(Collection<MessageId> ids) {
        return new Document(
                "$in", ids.stream().filter(id -> PreassignedId.isWellFormed(id.value())).toList());
    }

    /** Lets the client's id be used for another message; the old one keeps its own. */
    public void releaseClientKeys(List<Message> old) {
        for (var message : old) {
            collection().updateOne(eq(message.id()), set("client_key", message.id().value()));
        }
    }

    /** Where each conversation's last message stands, tombstones included. */
    public List<ConversationTail> lastPlaces(Collection<ConversationId> conversations) {
        var places = new ArrayList<ConversationTail>();
        for (var id : conversations) {
            var last = collection().find(eq("cid", id)).sort(Sorts.descending("seq")).first();
            if (last != null) {
                places.add(new ConversationTail(id, last.seq(), last.createdAt(), 0));
            }
        }
        return places;
    }

    /** Another replica wrote here; not a failure, but a reason to look again. */
    public static final class StoredMeanwhile extends RuntimeException {
        StoredMeanwhile() {
            super("stored_meanwhile", null, false, false);
        }
    }
}

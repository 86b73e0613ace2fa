package parlance.message.head;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.ConversationId;

/** Heads by conversation. They only ever grow, so a replayed update changes nothing. */
@Singleton
public final class HeadStore {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> heads;

    HeadStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.heads = mongo.getDatabase(database).getCollection("heads");
    }

    /** A head for each of {@code ids}, also for those in which nothing was said. */
    public Map<ConversationId, Head> find(Collection<ConversationId> ids) {
        var found = new HashMap<ConversationId, Head>();
        ids.forEach(id -> found.put(id, Head.none(id)));
        var keys = ids.stream().map(id -> new ObjectId(id.value())).toList();
        for (var document : heads.find(in("_id", keys))) {
            var head = read(document);
            found.put(head.conversationId(), head);
        }
        return found;
    }

    /** See {@link #find}. */
    public Head get(ConversationId id) {
        return find(List.of(id)).getOrDefault(id, Head.none(id));
    }

    /** Moves each head on to at least where it now is. */
    public void advance(Collection<Head> moved) {
        if (moved.isEmpty()) {
            return;
        }
        heads.bulkWrite(
                moved.stream().map(HeadStore::advance).toList(),
                new BulkWriteOptions().ordered(false));
    }

    /** Clients have been told of this version of the conversation. */
    public void publish(ConversationId id, long version) {
        heads.updateOne(
                new Document("_id", new ObjectId(id.value())),
                new Document("$max", new Document("published", version)),
                UPSERT);
    }

    private static UpdateOneModel<Document> advance(Head head) {
        return new UpdateOneModel<>(
                new Document("_id", new ObjectId(head.conversationId().value())),
                new Document(
                        "$max",
                        new Document("seq", head.seq())
                                .append("last_at", Date.from(head.lastAt()))),
                UPSERT);
    }

    private static Head read(Document document) {
        var id = new ConversationId(document.getObjectId("_id").toHexString());
        var none = Head.none(id);
        return new Head(
                id,
                document.get("seq", none.seq()),
                document.get("last_at", Date.from(none.lastAt())).toInstant(),
                document.get("published", none.published()));
    }
}

package parlance.conversation.handler;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.inject.Singleton;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;
import parlance.contracts.UserId;

/** Handlers by conversation. What was removed leaves the place of the command that did it. */
@Singleton
final class ChatHandlerStore {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> handlers;

    ChatHandlerStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.handlers = mongo.getDatabase(database).getCollection("handlers");
    }

    Optional<ChatHandler> find(ConversationId id) {
        return Optional.ofNullable(handlers.find(key(id)).first())
                .filter(document -> document.containsKey("content"))
                .map(ChatHandlerStore::read);
    }

    void save(ConversationId id, ChatHandler handler) {
        var document =
                key(id).append("content", handler.content())
                        .append("updated_by", new ObjectId(handler.updatedBy().value()))
                        .append("updated_at", Date.from(handler.updatedAt()));
        handlers.replaceOne(key(id), document, UPSERT);
    }

    /**
     * @return whether there was one, or this very command removed it when it came before
     */
    boolean remove(ConversationId id, Position position) {
        var removed = key(id).append("removed_by", position.toString());
        if (find(id).isEmpty()) {
            return handlers.find(removed).first() != null;
        }
        handlers.replaceOne(key(id), removed);
        return true;
    }

    private static Document key(ConversationId id) {
        return new Document("_id", new ObjectId(id.value()));
    }

    private static ChatHandler read(Document document) {
        return new ChatHandler(
                document.getString("content"),
                new UserId(document.getObjectId("updated_by").toHexString()),
                document.getDate("updated_at").toInstant());
    }
}

package parlance.message.attachment;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.UserId;
import parlance.message.message.MessageStore;

/** The messages, by the files that they carry. */
@Singleton
class SendingStore {

    private static final int BEFORE_COMMANDS = 100;

    private final MongoCollection<Document> messages;

    SendingStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.messages = mongo.getDatabase(database).getCollection(MessageStore.COLLECTION);
    }

    void createIndexes(@Observes @Priority(BEFORE_COMMANDS) StartupEvent event) {
        // Sparse: most messages carry no file, and are to cost nothing here.
        messages.createIndex(new Document("files", 1), new IndexOptions().sparse(true));
    }

    Set<Sending> find(Collection<FileId> ids) {
        var asked = ids.stream().map(FileId::value).toList();
        var found = new HashSet<Sending>();
        messages.find(new Document("files", new Document("$in", asked)))
                .projection(new Document("files", 1).append("cid", 1).append("from", 1))
                .forEach(message -> {
                    var conversation = new ConversationId(hex(message, "cid"));
                    var from = new UserId(hex(message, "from"));
                    for (var file : message.getList("files", String.class)) {
                        found.add(new Sending(new FileId(file), conversation, from));
                    }
                });
        return found;
    }

    private static String hex(Document document, String field) {
        return document.get(field, ObjectId.class).toHexString();
    }
}

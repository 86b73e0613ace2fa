package parlance.message.change;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.ConversationId;
import parlance.contracts.Position;

/** Which record published a change. Kept longer than Kafka keeps a record that could repeat it. */
@Singleton
final class ChangeStore {

    private static final int BEFORE_COMMANDS = 100;
    private static final long DAYS_KEPT = 3;

    private final MongoCollection<Document> changes;
    private final Clock clock;

    ChangeStore(
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Clock clock) {
        this.changes = mongo.getDatabase(database).getCollection("published_changes");
        this.clock = clock;
    }

    void createIndexes(@Observes @Priority(BEFORE_COMMANDS) StartupEvent event) {
        changes.createIndex(
                new Document("at", 1), new IndexOptions().expireAfter(DAYS_KEPT, TimeUnit.DAYS));
    }

    /**
     * Claims a change for the record at this position.
     *
     * @param commandId the minted id of the client's command that the change comes from
     * @return whether it is this record's, which it still is when the record is replayed
     */
    boolean claim(String commandId, ConversationId conversation, Position position) {
        var key = new Document("_id", commandId + "/" + conversation);
        try {
            changes.insertOne(
                    new Document(key)
                            .append("position", position.toString())
                            .append("at", Date.from(clock.instant())));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            var first = changes.find(key).first();
            return first != null && position.toString().equals(first.getString("position"));
        }
    }
}

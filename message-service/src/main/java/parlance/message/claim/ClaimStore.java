package parlance.message.claim;

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
import parlance.contracts.Position;

/**
 * What records have claimed for themselves. Kept longer than Kafka keeps a record that could repeat
 * it.
 */
@Singleton
public final class ClaimStore {

    private static final int BEFORE_COMMANDS = 100;
    private static final long DAYS_KEPT = 3;

    private final MongoCollection<Document> claims;
    private final Clock clock;

    ClaimStore(
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Clock clock) {
        this.claims = mongo.getDatabase(database).getCollection("claims");
        this.clock = clock;
    }

    void createIndexes(@Observes @Priority(BEFORE_COMMANDS) StartupEvent event) {
        claims.createIndex(
                new Document("at", 1), new IndexOptions().expireAfter(DAYS_KEPT, TimeUnit.DAYS));
    }

    /**
     * Claims a piece of work for the record at this position.
     *
     * @param work by which the same work is known: the minted id of the command, and which part
     * @return whether it is this record's, which it still is when the record is replayed
     */
    public boolean claim(String work, Position position) {
        var key = new Document("_id", work);
        try {
            claims.insertOne(
                    new Document(key)
                            .append("position", position.toString())
                            .append("at", Date.from(clock.instant())));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            var first = claims.find(key).first();
            return first != null && position.toString().equals(first.getString("position"));
        }
    }
}

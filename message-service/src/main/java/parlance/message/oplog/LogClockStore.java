package parlance.message.oplog;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The last time given to an entry of each partition of users. What is logged next gets a later one,
 * whatever the brokers' clocks say.
 */
@Singleton
final class LogClockStore {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> clocks;

    LogClockStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.clocks = mongo.getDatabase(database).getCollection("operation_clocks");
    }

    Instant lastOf(String partition) {
        var clock = clocks.find(new Document("_id", partition)).first();
        return clock == null ? Instant.EPOCH : clock.getDate("at").toInstant();
    }

    /** Before the entries are stored, so that those of a replay are not earlier. */
    void advance(String partition, Instant last) {
        clocks.updateOne(
                new Document("_id", partition),
                new Document("$max", new Document("at", Date.from(last))),
                UPSERT);
    }
}

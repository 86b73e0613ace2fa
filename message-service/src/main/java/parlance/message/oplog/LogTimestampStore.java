package parlance.message.oplog;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import jakarta.inject.Singleton;
import java.time.Instant;
import parlance.kit.mongo.MongoStore;

/**
 * The last time given to an entry of each partition of users. What is logged next gets a later one,
 * whatever the brokers' clocks say.
 */
@Singleton
final class LogTimestampStore extends MongoStore<LogTimestampDocument, String> {

    Instant lastOf(String partition) {
        var last = findById(partition);
        return last == null ? Instant.EPOCH : last.at();
    }

    /** Before the entries are stored, so that those of a replay are not earlier. */
    void advance(String partition, Instant last) {
        collection().updateOne(eq(partition), max("at", last), UPSERT);
    }
}

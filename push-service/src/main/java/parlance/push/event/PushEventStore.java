package parlance.push.event;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.UserId;

/** What was asked for, for a month: nobody reads it but a command that comes again. */
@Singleton
class PushEventStore {

    private static final int BEFORE_COMMANDS = 100;
    private static final long KEPT_DAYS = 30;

    private final MongoCollection<Document> events;

    PushEventStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.events = mongo.getDatabase(database).getCollection("push_events");
    }

    void createIndexes(@Observes @Priority(BEFORE_COMMANDS) StartupEvent event) {
        events.createIndex(
                Indexes.ascending("created_at"),
                new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }

    Optional<PushEvent> find(String id) {
        return Optional.ofNullable(events.find(Filters.eq(id)).first()).map(PushEventStore::read);
    }

    /** Once: the second time nothing happens. */
    void addOnce(PushEvent event) {
        try {
            events.insertOne(
                    new Document("_id", event.id())
                            .append("user", event.userId().value())
                            .append(
                                    "recipients",
                                    event.recipients().stream().map(UserId::value).toList())
                            .append("message", event.message())
                            .append("created_at", Date.from(event.createdAt())));
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
        }
    }

    private static PushEvent read(Document document) {
        var createdAt = document.getDate("created_at").toInstant();
        return new PushEvent(
                document.getString("_id"),
                new UserId(document.getString("user")),
                document.getList("recipients", String.class).stream().map(UserId::new).toList(),
                document.getString("message"),
                createdAt,
                createdAt);
    }
}

package parlance.conversation.user;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.UserId;

/**
 * Who was deleted lately. A change that was under way at that moment, and had found the user alive,
 * looks here once it is stored: either it finds the user here, or the deletion finds the change.
 */
@Singleton
public class DeletedUserStore {

    private static final int BEFORE_COMMANDS = 100;

    private final MongoCollection<Document> users;
    private final Clock clock;

    DeletedUserStore(
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            Clock clock) {
        this.users = mongo.getDatabase(database).getCollection("deleted_users");
        this.clock = clock;
    }

    void createIndexes(@Observes @Priority(BEFORE_COMMANDS) StartupEvent event) {
        // No change is under way for a day.
        users.createIndex(
                Indexes.ascending("at"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS));
    }

    /** Before the user's conversations are looked for. */
    public void add(UserId user) {
        var id = new Document("_id", user.value());
        var deleted = new Document(id).append("at", Date.from(clock.instant()));
        users.replaceOne(id, deleted, new ReplaceOptions().upsert(true));
    }

    /** Which of them are no more. */
    public Set<UserId> among(Collection<UserId> asked) {
        var ids = asked.stream().map(UserId::value).toList();
        return users.find(new Document("_id", new Document("$in", ids)))
                .map(found -> new UserId(found.getString("_id")))
                .into(new HashSet<>());
    }
}

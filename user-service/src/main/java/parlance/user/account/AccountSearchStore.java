package parlance.user.account;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;

/** The accounts, by {@link SearchPieces}. */
@Singleton
class AccountSearchStore {

    private final MongoCollection<Document> accounts;
    private final SearchConfig config;

    AccountSearchStore(
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            SearchConfig config) {
        this.accounts = mongo.getDatabase(database).getCollection("accounts");
        this.config = config;
    }

    /** Before the first command is read. */
    void createIndexes(@Observes @Priority(1) StartupEvent start) {
        accounts.createIndex(Indexes.ascending("org", "pieces"));
    }

    /** Those who have all the pieces, up to as many as one search may look at. */
    List<Account> find(
            OrganizationId organizationId,
            Collection<String> pieces,
            @Nullable Instant changedAfter,
            Collection<UserId> leftOut) {
        var filter =
                new Document("org", organizationId.value())
                        .append("pieces", new Document("$all", List.copyOf(pieces)))
                        .append("_id", new Document("$nin", AccountDocument.objectIds(leftOut)));
        if (changedAfter != null) {
            filter.append("updated_at", new Document("$gt", Date.from(changedAfter)));
        }
        return accounts.find(filter)
                .projection(new Document("pieces", 0))
                .limit(config.candidates())
                .map(AccountDocument::toAccount)
                .into(new ArrayList<>());
    }
}

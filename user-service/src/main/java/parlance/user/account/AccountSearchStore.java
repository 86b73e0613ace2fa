package parlance.user.account;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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

    /** Pieces of one keyword that are looked at for a rare one. */
    private static final int PROBED = 10;

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
                        .append("pieces", new Document("$all", rareFirst(organizationId, pieces)))
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

    /**
     * Of several pieces MongoDB reads the index entries of the first and checks the accounts behind
     * them for the others. So first comes one that few have, if there is one.
     */
    List<String> rareFirst(OrganizationId organizationId, Collection<String> pieces) {
        var ordered = new ArrayList<>(pieces);
        if (pieces.size() > 1) {
            pieces.stream()
                    .limit(PROBED)
                    .filter(piece -> isRare(organizationId, piece))
                    .findFirst()
                    .ifPresent(rare -> Collections.swap(ordered, 0, ordered.indexOf(rare)));
        }
        return ordered;
    }

    /** Counts no further than a search may look. */
    private boolean isRare(OrganizationId organizationId, String piece) {
        var having = new Document("org", organizationId.value()).append("pieces", piece);
        var enough = config.candidates();
        return accounts.countDocuments(having, new CountOptions().limit(enough)) < enough;
    }
}

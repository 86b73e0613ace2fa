package parlance.user.account;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.kit.mongo.MongoStore;

/** The accounts, by {@link NGrams}. */
@Singleton
class AccountSearchStore extends MongoStore<AccountDocument, UserId> {

    /** Pieces of one keyword that are looked at for a rare one. */
    private static final int PROBED = 10;

    private final SearchConfig config;

    AccountSearchStore(SearchConfig config) {
        this.config = config;
    }

    @Override
    protected List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending("org", "pieces")));
    }

    /** Those who have all the pieces, up to as many as one search may look at. */
    List<Account> find(
            OrganizationId organizationId,
            Collection<String> pieces,
            @Nullable Instant changedAfter,
            Collection<UserId> leftOut) {
        var filter =
                new Document("org", organizationId)
                        .append("pieces", new Document("$all", rareFirst(organizationId, pieces)))
                        .append("_id", new Document("$nin", AccountStore.wellFormed(leftOut)));
        if (changedAfter != null) {
            filter.append("updated_at", new Document("$gt", changedAfter));
        }
        return collection()
                .find(filter)
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
        var having = new Document("org", organizationId).append("pieces", piece);
        var enough = config.candidates();
        return collection().countDocuments(having, new CountOptions().limit(enough)) < enough;
    }
}

package parlance.user.organization;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parlance.contracts.OrganizationId;
import parlance.contracts.user.TrustedIssuer;

/** Whom the organizations trust, in MongoDB. An issuer's audience belongs to one organization. */
@Singleton
class TrustedIssuerStore {

    private final MongoCollection<Document> issuers;

    TrustedIssuerStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        issuers = mongo.getDatabase(database).getCollection("trusted_issuers");
    }

    void createIndexes(@Observes @Priority(1) StartupEvent start) {
        issuers.createIndex(ascending("issuer", "audience"), new IndexOptions().unique(true));
    }

    /** False if another organization has this issuer's audience. */
    boolean save(TrustedIssuer trusted) {
        var same =
                keyOf(trusted.issuer(), trusted.audience())
                        .append("org", trusted.organizationId().value());
        var document =
                new Document(same)
                        .append("jwks_url", trusted.jwksUrl().toString())
                        .append("user_claim", trusted.userClaim());
        try {
            issuers.replaceOne(same, document, new ReplaceOptions().upsert(true));
            return true;
        } catch (MongoWriteException refused) {
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return false;
        }
    }

    void remove(OrganizationId organizationId, String issuer, String audience) {
        issuers.deleteOne(keyOf(issuer, audience).append("org", organizationId.value()));
    }

    List<TrustedIssuer> find(String issuer) {
        return find(new Document("issuer", issuer));
    }

    List<TrustedIssuer> find(OrganizationId organizationId) {
        return find(new Document("org", organizationId.value()));
    }

    private List<TrustedIssuer> find(Document filter) {
        return issuers.find(filter).map(TrustedIssuerStore::trusted).into(new ArrayList<>());
    }

    private static TrustedIssuer trusted(Document document) {
        return new TrustedIssuer(
                new OrganizationId(document.getString("org")),
                document.getString("issuer"),
                document.getString("audience"),
                URI.create(document.getString("jwks_url")),
                document.getString("user_claim"));
    }

    private static Document keyOf(String issuer, String audience) {
        return new Document("issuer", issuer).append("audience", audience);
    }
}

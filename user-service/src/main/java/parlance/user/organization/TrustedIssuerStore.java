package parlance.user.organization;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.MongoException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import parlance.contracts.OrganizationId;
import parlance.internalapi.user.TrustedIssuer;
import parlance.kit.mongo.DuplicateKey;
import parlance.kit.mongo.MongoStore;

/** Whom the organizations trust, in MongoDB. An issuer's audience belongs to one organization. */
@Singleton
class TrustedIssuerStore extends MongoStore<TrustedIssuerDocument, ObjectId> {

    @Override
    protected List<IndexModel> indexes() {
        return List.of(
                new IndexModel(ascending("issuer", "audience"), new IndexOptions().unique(true)));
    }

    /** False if another organization has this issuer's audience. */
    boolean save(TrustedIssuer trusted) {
        var same = keyOf(trusted.organizationId(), trusted.issuer(), trusted.audience());
        try {
            collection()
                    .replaceOne(
                            same,
                            TrustedIssuerDocument.of(trusted),
                            new ReplaceOptions().upsert(true));
            return true;
        } catch (MongoException refused) {
            if (DuplicateKey.isCauseOf(refused)) {
                return false;
            }
            throw refused;
        }
    }

    void remove(OrganizationId organizationId, String issuer, String audience) {
        delete(keyOf(organizationId, issuer, audience));
    }

    List<TrustedIssuer> findByIssuer(String issuer) {
        return trusted(new Document("issuer", issuer));
    }

    List<TrustedIssuer> findByOrganization(OrganizationId organizationId) {
        return trusted(new Document("org", organizationId));
    }

    private List<TrustedIssuer> trusted(Document filter) {
        return list(filter).stream().map(TrustedIssuerDocument::toTrustedIssuer).toList();
    }

    private static Document keyOf(OrganizationId organizationId, String issuer, String audience) {
        return new Document("issuer", issuer)
                .append("audience", audience)
                .append("org", organizationId);
    }
}

package parlance.user.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.OrganizationId;
import parlance.internalapi.user.TrustedIssuer;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class TrustedIssuerDocumentTest {

    @Inject TrustedIssuerStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final String issuer = "https://id.example.com/" + UUID.randomUUID();
    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "trusted_issuers");
    }

    @Test
    void aTrustedIssuerStandsInTheDatabaseLikeThis() {
        store.save(trusted("sub"));
        store.save(trusted("email"));

        assertThat(stored.getWithoutId("{issuer: '%s'}".formatted(issuer)))
                .isEqualTo(json(document("email")));
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        stored.add(document("sub"));

        assertThat(store.findByIssuer(issuer)).containsExactly(trusted("sub"));
        assertThat(store.findByOrganization(new OrganizationId("acme"))).contains(trusted("sub"));
    }

    private TrustedIssuer trusted(String claim) {
        return new TrustedIssuer(
                new OrganizationId("acme"),
                issuer,
                "chat",
                URI.create("https://id.example.com/jwks"),
                claim);
    }

    private String document(String claim) {
        return """
        {"issuer": "%s", "audience": "chat", "org": "acme", "jwks_url": "https://id.example.com/jwks",
         "user_claim": "%s"}
        """
                .formatted(issuer, claim);
    }
}

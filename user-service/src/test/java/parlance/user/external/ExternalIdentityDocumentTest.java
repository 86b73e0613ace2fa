package parlance.user.external;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.internalapi.user.ExternalUser;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class ExternalIdentityDocumentTest {

    /** SHA-256 of the organization, the issuer and the subject, each on its line. */
    private static final String KEY =
            "d708c7a52fd0736174486fe0d98acc5b0cc5818bf7890f2a9c29edab32c239b0";

    private static final ExternalUser WHO =
            new ExternalUser(new OrganizationId("acme"), "https://id", "ann", "ann", null, null);
    private static final String DOCUMENT =
            """
            {"_id": "%s", "org": "acme", "user": "65f1a0b2c3d4e5f601234567"}
            """
                    .formatted(KEY);

    @Inject ExternalIdentityStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "external_identities");
    }

    @Test
    void anIdentityStandsInTheDatabaseLikeThis() {
        store.idOf(WHO, new UserId("65f1a0b2c3d4e5f601234567"));

        assertThat(stored.get("{_id: '%s'}".formatted(KEY))).isEqualTo(json(DOCUMENT));
    }

    @Test
    void aStoredIdentityIsFoundAndForgotten() {
        stored.add(DOCUMENT);

        var other = new UserId("65f1a0b2c3d4e5f601234568");
        assertThat(store.idOf(WHO, other)).isEqualTo(new UserId("65f1a0b2c3d4e5f601234567"));

        store.forget(WHO.organizationId(), new UserId("65f1a0b2c3d4e5f601234567"));
        assertThat(store.idOf(WHO, other)).isEqualTo(other);
    }

    @AfterEach
    void forget() {
        stored.remove("{_id: '%s'}".formatted(KEY));
    }
}

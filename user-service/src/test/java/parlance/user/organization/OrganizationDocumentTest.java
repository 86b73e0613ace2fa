package parlance.user.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bson.BsonDocument;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.OrganizationId;
import parlance.kit.OrganizationSettings;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class OrganizationDocumentTest {

    @Inject OrganizationStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    @Inject OrganizationSettings settings;
    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "organizations");
    }

    @Test
    void anOrganizationStandsInTheDatabaseLikeThis() {
        var name = UUID.randomUUID().toString();

        var organization = store.add(name).orElseThrow();

        assertThat(stored.get("{name: '%s'}".formatted(name)))
                .isEqualTo(
                        json(
                                """
                                {"_id": "%s", "name": "%s", "created_at": {"$date": "%3$s"}, "updated_at": {"$date": "%3$s"}}
                                """
                                        .formatted(
                                                organization.id(),
                                                name,
                                                organization.createdAt())));
    }

    @Test
    void theDefaultOrganizationIsThereFromTheStart() {
        var id = settings.defaultOrganizationId();

        var document = BsonDocument.parse(stored.get("{_id: '%s'}".formatted(id)));

        assertThat(document.keySet()).containsExactly("_id", "name", "created_at", "updated_at");
        assertThat(document.getString("name").getValue()).isEqualTo(id);
        assertThat(document.getDateTime("updated_at"))
                .isEqualTo(document.getDateTime("created_at"));
    }

    @Test
    void aStoredOrganizationIsKnown() {
        var id = UUID.randomUUID().toString();
        stored.add(
                """
                {"_id": "%1$s", "name": "%1$s", "created_at": {"$date": "2026-01-01T00:00:00.003Z"},
                 "updated_at": {"$date": "2026-01-01T00:00:00.003Z"}}
                """
                        .formatted(id));

        assertThat(store.includes(new OrganizationId(id))).isTrue();
        assertThat(store.includes(new OrganizationId(id + "x"))).isFalse();
        assertThat(store.add(id)).isEmpty();
    }
}

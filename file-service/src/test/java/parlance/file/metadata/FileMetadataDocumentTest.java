package parlance.file.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.documents.RawCollection.json;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.PreassignedId;
import parlance.contracts.UserId;
import parlance.file.metadata.FileMetadata.Audience;
import parlance.file.metadata.FileMetadata.Link;
import parlance.file.metadata.SignedUrlStore.Renewal;
import parlance.testing.commands.CommandClient;
import parlance.testing.documents.RawCollection;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(
        value = ParlanceInfrastructure.class,
        initArgs = @ResourceArg(name = "s3", value = "true"))
class FileMetadataDocumentTest {

    private static final ConversationId CONVERSATION =
            new ConversationId("64b7f1a2c3d4e5f60718293b");
    private static final Link LINK =
            new Link(
                    "https://s3/a.png?x=1",
                    Instant.parse("2026-01-02T00:00:00.003Z"),
                    Instant.parse("2026-01-03T00:00:00.003Z"),
                    "signer");
    private static final String LATER =
            """
            , "shown_to_all": true, "shown_in": [{"$oid": "64b7f1a2c3d4e5f60718293b"}],
             "link": {"url": "https://s3/a.png?x=1", "signed_at": {"$date": "2026-01-02T00:00:00.003Z"},
              "good_until": {"$date": "2026-01-03T00:00:00.003Z"}, "signer": "signer"}
            """;

    @Inject FileMetadataStore store;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    @Inject SignedUrlStore urls;

    private final String id = CommandClient.mintedId();
    private RawCollection stored;

    @BeforeEach
    void openCollection() {
        stored = RawCollection.of(mongo, database, "files");
    }

    @Test
    void aNewFileStandsInTheDatabaseLikeThis() {
        store.addOnce(List.of(file(Audience.NOBODY, null)));

        assertThat(stored.get(byId())).isEqualTo(json(document("")));
    }

    @Test
    void whoSeesItAndItsUrlAreAddedAtTheEnd() {
        store.addOnce(List.of(file(Audience.NOBODY, null)));
        store.showToAll(file(Audience.NOBODY, null).id());
        store.showIn(CONVERSATION, file(Audience.NOBODY, null).id());
        var renewal = new Renewal(file(Audience.NOBODY, null).id(), null, LINK);
        assertThat(urls.replace(List.of(renewal))).isTrue();
        assertThat(urls.replace(List.of(renewal))).isFalse();

        assertThat(stored.get(byId())).isEqualTo(json(document(LATER)));
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        stored.add(document(LATER));

        var shown = new Audience(true, List.of(CONVERSATION));
        assertThat(found()).containsExactly(file(shown, LINK));
    }

    @Test
    void aNewFileIsReadAsItWas() {
        stored.add(document(""));

        assertThat(found()).containsExactly(file(Audience.NOBODY, null));
    }

    private List<FileMetadata> found() {
        return store.find(List.of(new FileId(id)));
    }

    private FileMetadata file(Audience audience, @Nullable Link link) {
        return new FileMetadata(
                new FileId(id),
                new FileId(PreassignedId.derive(id, 10)),
                new OrganizationId("acme"),
                "acme/" + id,
                "a.png",
                5_000_000_000L,
                "image/png",
                new UserId("64b7f1a2c3d4e5f60718293a"),
                Instant.parse("2026-01-01T00:00:00.003Z"),
                audience,
                link);
    }

    private String byId() {
        return "{_id: {$oid: '%s'}}".formatted(id);
    }

    private String document(String later) {
        return """
        {"_id": {"$oid": "%1$s"}, "object_id": {"$oid": "%2$s"}, "org": "acme", "key": "acme/%1$s", "name": "a.png",
         "size": {"$numberLong": "5000000000"}, "content_type": "image/png",
         "owner": {"$oid": "64b7f1a2c3d4e5f60718293a"}, "created_at": {"$date": "2026-01-01T00:00:00.003Z"}%3$s}
        """
                .formatted(id, PreassignedId.derive(id, 10), later);
    }
}

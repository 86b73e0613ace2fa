package parlance.file.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.file.Callers.caller;

import com.mongodb.client.MongoClient;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.contracts.FileId;
import parlance.contracts.PreassignedId;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(
        value = ParlanceInfrastructure.class,
        initArgs = @ResourceArg(name = "s3", value = "true"))
class FileMetadataStoreTest {

    @Inject FileMetadataStore files;
    @Inject MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    @Test
    void bothIdsAreUniqueAndServeLookUps() {
        var indexes =
                mongo.getDatabase(database)
                        .getCollection("files")
                        .listIndexes()
                        .into(new ArrayList<>());

        assertThat(indexes)
                .anySatisfy(index -> {
                    assertThat(index.get("key", Document.class)).containsOnlyKeys("object_id");
                    assertThat(index.getBoolean("unique")).isTrue();
                });
    }

    @Test
    void whatACrashLeftOutIsAddedByTheReplay() {
        var minted = CommandClient.mintedId();
        var first = file(minted, 0, "first");
        var second = file(minted, 1, "second");
        files.addOnce(List.of(first));

        files.addOnce(List.of(file(minted, 0, "another name"), second));

        assertThat(files.find(List.of(first.id(), second.id())))
                .containsExactlyInAnyOrder(first, second);
    }

    private static FileMetadata file(String minted, int n, String name) {
        var ann = caller("ann");
        return FileMetadata.created(
                new FileId(PreassignedId.derive(minted, n)),
                new FileId(PreassignedId.derive(minted, 10 + n)),
                ann.organizationId(),
                name,
                1,
                "a/b",
                ann.userId(),
                Instant.parse("2026-01-01T12:00:00Z"));
    }
}

package parlance.file.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.message.ReadableFiles;
import parlance.contracts.message.ReadableFilesQuery;
import parlance.file.download.ReadersConfig.Rule;
import parlance.file.stored.StoredFile;
import parlance.file.stored.StoredFile.Audience;

class ReadersTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId("default");
    private static final UserId ANN = new UserId("64b7f1a2c3d4e5f60718290a");
    private static final UserId BOB = new UserId("64b7f1a2c3d4e5f60718290b");
    private static final Audience NOBODY = new Audience(false, List.of());

    private final List<ReadableFilesQuery> asked = new ArrayList<>();

    @Test
    void byDefaultEverybodyInTheOrganizationReads() {
        var files = named(file("01", NOBODY));

        assertThat(readable(Rule.ORGANIZATION, BOB, files)).isEqualTo(files);
        assertThat(asked).isEmpty();
    }

    @Test
    void theOwnerReadsWithoutAQuestionAndSoDoesEverybodyAPictureForAll() {
        var own = file("01", NOBODY);
        var picture = file("02", new Audience(true, List.of()));

        assertThat(readable(Rule.PARTICIPANTS, ANN, named(own))).hasSize(2);
        assertThat(readable(Rule.PARTICIPANTS, BOB, named(picture))).hasSize(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void ofOthersMessageServiceDecidesByOneQuestion() {
        var team = new ConversationId("64b7f1a2c3d4e5f6071829ff");
        var sent = file("01", new Audience(false, List.of(team)));
        var secret = file("02", NOBODY);
        var files = named(sent);
        files.putAll(named(secret));

        var readable = readable(Rule.PARTICIPANTS, BOB, files, sent.id());

        assertThat(readable).isEqualTo(named(sent));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().userId()).isEqualTo(BOB);
        assertThat(asked.getFirst().files())
                .extracting(file -> file.id(), file -> file.objectId(), file -> file.owner())
                .containsExactlyInAnyOrder(
                        tuple(sent.id(), sent.objectId(), ANN),
                        tuple(secret.id(), secret.objectId(), ANN));
        assertThat(asked.getFirst().files())
                .flatExtracting(file -> file.shownIn())
                .containsExactly(team);
    }

    private Map<FileId, StoredFile> readable(
            Rule rule, UserId reader, Map<FileId, StoredFile> files, FileId... sent) {
        MessageClient messages =
                query -> {
                    asked.add(query);
                    return new ReadableFiles(Set.of(sent));
                };
        return new Readers(() -> rule, messages).readable(ORGANIZATION, reader, files);
    }

    /** Ann's. */
    private static StoredFile file(String n, Audience audience) {
        return new StoredFile(
                new FileId("64b7f1a2c3d4e5f6071800" + n),
                new FileId("64b7f1a2c3d4e5f6071811" + n),
                ORGANIZATION,
                "default/" + n,
                "name",
                1,
                "a/b",
                ANN,
                Instant.EPOCH,
                audience,
                null);
    }

    private static Map<FileId, StoredFile> named(StoredFile file) {
        return new HashMap<>(Map.of(file.id(), file, file.objectId(), file));
    }
}

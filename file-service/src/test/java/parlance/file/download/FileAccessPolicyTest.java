package parlance.file.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.file.download.FileAccessConfig.Rule;
import parlance.file.download.FileAccessPolicy.Access;
import parlance.file.metadata.FileMetadata;
import parlance.file.metadata.FileMetadata.Audience;

class FileAccessPolicyTest {

    private static final OrganizationId ORGANIZATION = new OrganizationId("default");
    private static final UserId ANN = new UserId("64b7f1a2c3d4e5f60718290a");
    private static final UserId BOB = new UserId("64b7f1a2c3d4e5f60718290b");
    private static final ConversationId TEAM = new ConversationId("64b7f1a2c3d4e5f6071829ff");
    private static final Audience NOBODY = new Audience(false, List.of());

    @Test
    void byDefaultEverybodyInTheOrganizationReads() {
        var files = named(file("01", NOBODY));

        assertThat(access(Rule.ORGANIZATION, BOB, files).readable()).isEqualTo(files);
        assertThat(access(Rule.ORGANIZATION, BOB, files).shared()).isEmpty();
        assertThat(mayGrant(Rule.ORGANIZATION, BOB, file("01", NOBODY), null)).isTrue();
    }

    @Test
    void theOwnerReadsWithoutAQuestionAndSoDoesEverybodyAPictureForAll() {
        var own = file("01", NOBODY);
        var picture = file("02", new Audience(true, List.of()));

        var owner = access(Rule.PARTICIPANTS, ANN, named(own));
        var other = access(Rule.PARTICIPANTS, BOB, named(picture));

        assertThat(owner.readable()).hasSize(2);
        assertThat(other.readable()).hasSize(2);
        assertThat(owner.shared()).isEmpty();
        assertThat(other.shared()).isEmpty();
    }

    @Test
    void ofOthersFilesMessageServiceDecides() {
        var sent = file("01", new Audience(false, List.of(TEAM)));
        var secret = file("02", NOBODY);
        var files = named(sent);
        files.putAll(named(secret));

        var access = access(Rule.PARTICIPANTS, BOB, files);

        assertThat(access.readable()).isEmpty();
        assertThat(access.shared()).containsExactlyInAnyOrder(sent, secret);
    }

    @Test
    void whereOnlyParticipantsReadTheOwnerDecidesWhoElseDoes() {
        var own = file("01", new Audience(false, List.of(TEAM)));

        assertThat(mayGrant(Rule.PARTICIPANTS, ANN, own, null)).isTrue();
        assertThat(mayGrant(Rule.PARTICIPANTS, BOB, own, null)).isFalse();
        assertThat(mayGrant(Rule.PARTICIPANTS, BOB, own, new ConversationId("other"))).isFalse();
        assertThat(mayGrant(Rule.PARTICIPANTS, BOB, own, TEAM)).isTrue();
    }

    private static Access access(Rule rule, UserId reader, Map<FileId, FileMetadata> files) {
        return new FileAccessPolicy(() -> rule).of(reader, files);
    }

    private static boolean mayGrant(
            Rule rule, UserId user, FileMetadata file, ConversationId conversation) {
        return new FileAccessPolicy(() -> rule).mayGrant(user, file, conversation);
    }

    /** Ann's. */
    private static FileMetadata file(String n, Audience audience) {
        return new FileMetadata(
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

    private static Map<FileId, FileMetadata> named(FileMetadata file) {
        return new HashMap<>(Map.of(file.id(), file, file.objectId(), file));
    }
}

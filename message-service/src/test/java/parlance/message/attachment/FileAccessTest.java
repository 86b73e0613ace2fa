package parlance.message.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.file.FindSharedFileUrls.SharedFile;
import parlance.kit.directory.DirectoryConversation;

class FileAccessTest {

    private static final FileId FILE = new FileId("64b7f1a2c3d4e5f607182930");
    private static final FileId OBJECT = new FileId("64b7f1a2c3d4e5f607182931");

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private final Caller cat = person("cat");
    private final Caller eve = person("eve");
    private final DirectoryConversation annAndBob = group(ann, bob);
    private final DirectoryConversation bobAndCat = group(bob, cat);
    private final DirectoryConversation catAndEve = group(cat, eve);

    @Test
    void aFileReachesTheConversationToWhichItsOwnerSentIt() {
        var fileAccess = reach(List.of(sent(ann, annAndBob)));

        assertThat(fileAccess.includes(bob.userId())).isTrue();
        assertThat(fileAccess.includes(cat.userId())).isFalse();
    }

    @Test
    void whoGotItMaySendItOn() {
        // In any order: a set has none.
        var fileAccess =
                reach(List.of(sent(cat, catAndEve), sent(bob, bobAndCat), sent(ann, annAndBob)));

        assertThat(fileAccess.includes(cat.userId())).isTrue();
        assertThat(fileAccess.includes(eve.userId())).isTrue();
    }

    @Test
    void whoNeverGotItCannotSendIt() {
        var fileAccess = reach(List.of(sent(ann, annAndBob), sent(eve, catAndEve)));

        assertThat(fileAccess.includes(eve.userId())).isFalse();
        assertThat(fileAccess.includes(cat.userId())).isFalse();
    }

    @Test
    void aPictureOfAConversationReachesWhoeverTakesPart() {
        var picture = new SharedFile(FILE, OBJECT, ann.userId(), List.of(catAndEve.id()), "url");

        var fileAccess = FileAccess.of(picture, List.of(), known(catAndEve));

        assertThat(fileAccess.includes(eve.userId())).isTrue();
        assertThat(fileAccess.includes(bob.userId())).isFalse();
    }

    @Test
    void aConversationThatIsOverLetsNobodyRead() {
        var file = new SharedFile(FILE, OBJECT, ann.userId(), List.of(), "url");

        var fileAccess = FileAccess.of(file, List.of(sent(ann, annAndBob)), known());

        assertThat(fileAccess.includes(bob.userId())).isFalse();
    }

    private FileAccess reach(List<FileShare> fileShares) {
        var file = new SharedFile(FILE, OBJECT, ann.userId(), List.of(), "url");
        return FileAccess.of(file, fileShares, known(annAndBob, bobAndCat, catAndEve));
    }

    private static Map<ConversationId, DirectoryConversation> known(
            DirectoryConversation... directoryConversations) {
        return Arrays.stream(directoryConversations)
                .collect(Collectors.toMap(DirectoryConversation::id, Function.identity()));
    }

    private static FileShare sent(Caller from, DirectoryConversation to) {
        return new FileShare(FILE, to.id(), from.userId());
    }
}

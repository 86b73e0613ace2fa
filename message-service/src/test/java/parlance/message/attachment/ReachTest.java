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
import parlance.contracts.message.ReadableFilesQuery.SharedFile;
import parlance.kit.directory.Conversation;

class ReachTest {

    private static final FileId FILE = new FileId("64b7f1a2c3d4e5f607182930");
    private static final FileId OBJECT = new FileId("64b7f1a2c3d4e5f607182931");

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private final Caller cat = person("cat");
    private final Caller eve = person("eve");
    private final Conversation annAndBob = group(ann, bob);
    private final Conversation bobAndCat = group(bob, cat);
    private final Conversation catAndEve = group(cat, eve);

    @Test
    void aFileReachesTheConversationToWhichItsOwnerSentIt() {
        var reach = reach(List.of(sent(ann, annAndBob)));

        assertThat(reach.includes(bob.userId())).isTrue();
        assertThat(reach.includes(cat.userId())).isFalse();
    }

    @Test
    void whoGotItMaySendItOn() {
        // In any order: a set has none.
        var reach =
                reach(List.of(sent(cat, catAndEve), sent(bob, bobAndCat), sent(ann, annAndBob)));

        assertThat(reach.includes(cat.userId())).isTrue();
        assertThat(reach.includes(eve.userId())).isTrue();
    }

    @Test
    void whoNeverGotItCannotSendIt() {
        var reach = reach(List.of(sent(ann, annAndBob), sent(eve, catAndEve)));

        assertThat(reach.includes(eve.userId())).isFalse();
        assertThat(reach.includes(cat.userId())).isFalse();
    }

    @Test
    void aPictureOfAConversationReachesWhoeverTakesPart() {
        var picture = new SharedFile(FILE, OBJECT, ann.userId(), List.of(catAndEve.id()));

        var reach = Reach.of(picture, List.of(), known(catAndEve));

        assertThat(reach.includes(eve.userId())).isTrue();
        assertThat(reach.includes(bob.userId())).isFalse();
    }

    @Test
    void aConversationThatIsOverLetsNobodyRead() {
        var file = new SharedFile(FILE, OBJECT, ann.userId(), List.of());

        var reach = Reach.of(file, List.of(sent(ann, annAndBob)), known());

        assertThat(reach.includes(bob.userId())).isFalse();
    }

    private Reach reach(List<Sending> sendings) {
        var file = new SharedFile(FILE, OBJECT, ann.userId(), List.of());
        return Reach.of(file, sendings, known(annAndBob, bobAndCat, catAndEve));
    }

    private static Map<ConversationId, Conversation> known(Conversation... conversations) {
        return Arrays.stream(conversations)
                .collect(Collectors.toMap(Conversation::id, Function.identity()));
    }

    private static Sending sent(Caller from, Conversation to) {
        return new Sending(FILE, to.id(), from.userId());
    }
}

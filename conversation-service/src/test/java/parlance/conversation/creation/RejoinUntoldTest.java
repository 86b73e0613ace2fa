package parlance.conversation.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;
import static parlance.conversation.creation.ConversationFixture.changeIn;
import static parlance.conversation.creation.ConversationFixture.storyIn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange.Rejoined;
import parlance.contracts.conversation.ConversationEvent.ConversationSaved;
import parlance.contracts.conversation.RejoinConversation;
import parlance.conversation.Callers;
import parlance.conversation.OtherServices;
import parlance.conversation.change.LeavingFixture;
import parlance.kit.Command;
import parlance.kit.Effect;
import parlance.kit.HandlerResult;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.kit.directory.DirectoryConversation;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class RejoinUntoldTest {

    @Inject ConversationFixture conversationFixture;
    @Inject LeavingFixture leaving;
    @Inject RejoinUntold rejoinUntold;
    @Inject ConversationDirectoryStore directory;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void thePeerIsBackInTheDirectoryAndToldAndAReplayIsTheSame() {
        var pair = conversationFixture.begin("u", null, ann, bob);
        leaving.leave(bob, pair);
        var alone = known(pair);
        assertThat(alone.participantIds()).containsExactly(ann.userId());
        assertThat(alone.people()).containsExactlyInAnyOrder(ann.userId(), bob.userId());
        var command = command(pair, 2);

        var result = rejoinUntold.handle(command);
        var replayed = rejoinUntold.handle(command);

        var entry = known(pair);
        assertThat(entry.participantIds()).containsExactlyInAnyOrder(ann.userId(), bob.userId());
        assertThat(entry.version()).isEqualTo(3);
        assertThat(entry.participants().get(bob.userId()).joinedAt()).isEqualTo(3);
        assertThat(result.reply()).isEqualTo(new Effect.Reply.None());
        assertThat(storyIn(result)).containsExactly("conversation_created");
        assertThat(changeIn(result).version()).isEqualTo(3);
        assertThat(changeIn(result).participants()).containsExactly(ann.userId(), bob.userId());
        assertThat(rejoinedIn(result).people()).containsExactly(bob.userId());
        assertThat(rejoinedIn(result).packet().text()).contains("\"from\":\"" + ann.userId());
        assertThat(result.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ConversationSaved.class, saved -> assertThat(saved.version()).isEqualTo(3));
        assertThat(replayed).isEqualTo(result);
    }

    @Test
    void whoIsBackIsToldAgainForAnotherMessageThatWaits() {
        var pair = conversationFixture.begin("u", null, ann, bob);
        leaving.leave(bob, pair);
        rejoinUntold.handle(command(pair, 2));

        var second = rejoinUntold.handle(command(pair, 2));

        assertThat(known(pair).version()).isEqualTo(3);
        assertThat(changeIn(second).version()).isEqualTo(3);
        assertThat(rejoinedIn(second).people()).containsExactly(bob.userId());
    }

    @Test
    void whoLeftAgainIsNotBroughtBackForAMessageThatHasComeAlready() {
        var pair = conversationFixture.begin("u", null, ann, bob);
        leaving.leave(bob, pair);
        var first = command(pair, 2);
        rejoinUntold.handle(first);
        leaving.leave(bob, pair);

        assertThat(rejoinUntold.handle(first).forwards()).isEmpty();
        assertThat(rejoinUntold.handle(command(pair, 2)).forwards()).isEmpty();
        assertThat(known(pair).participantIds()).containsExactly(ann.userId());

        rejoinUntold.handle(command(pair, 4));

        assertThat(known(pair).participantIds()).contains(bob.userId());
    }

    @Test
    void anAuthorWhoHasLeftSinceStaysAway() {
        var pair = conversationFixture.begin("u", null, ann, bob);
        leaving.leave(ann, pair);

        var result = rejoinUntold.handle(command(pair, 2));

        assertThat(result.forwards()).isEmpty();
        assertThat(known(pair).participantIds()).containsExactly(bob.userId());
    }

    @Test
    void whatBothHaveLeftStaysOver() {
        var pair = conversationFixture.begin("u", null, ann, bob);
        leaving.leave(bob, pair);
        leaving.leave(ann, pair);

        assertThat(rejoinUntold.handle(command(pair, 2)).forwards()).isEmpty();
    }

    @Test
    void membersOfAGroupWhoWereNeverToldAreTold() {
        var team = conversationFixture.group(ann, bob);

        var result = rejoinUntold.handle(command(team, 0));

        assertThat(rejoinedIn(result).people()).containsExactly(ann.userId(), bob.userId());
        assertThat(changeIn(result).version()).isEqualTo(1);
        assertThat(rejoinUntold.handle(command(team, 1)).forwards()).isEmpty();
    }

    private DirectoryConversation known(ConversationId id) {
        return directory.find(Set.of(id)).get(id);
    }

    private static Rejoined rejoinedIn(HandlerResult result) {
        return (Rejoined) changeIn(result).steps().getFirst();
    }

    private Command<RejoinConversation> command(ConversationId id, long published) {
        return Callers.command(
                ann, Route.CONVERSATION_REJOIN, new RejoinConversation(id, published));
    }
}

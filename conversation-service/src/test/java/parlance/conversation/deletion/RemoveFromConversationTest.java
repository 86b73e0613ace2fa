package parlance.conversation.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;
import static parlance.conversation.conversation.Beginnings.changeIn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationEvent.ConversationSaved;
import parlance.contracts.conversation.RemoveDeletedUser;
import parlance.conversation.Callers;
import parlance.conversation.OtherServices;
import parlance.conversation.conversation.Beginnings;
import parlance.conversation.conversation.Conversation;
import parlance.conversation.conversation.ConversationStore;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class RemoveFromConversationTest {

    @Inject Beginnings beginnings;
    @Inject RemoveFromConversation removeFromConversation;
    @Inject ConversationStore conversations;
    @Inject ConversationDirectoryStore directory;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");
    private final Caller cat = caller("cat");

    @Test
    void theGroupGoesOnUnderWhoeverHasBeenThereLongest() {
        var team = beginnings.group(ann, bob, cat);
        var before = stored(team);

        var outcome = remove(ann, team);

        var after = stored(team);
        assertThat(after.participantIds()).containsExactly(bob.userId(), cat.userId());
        assertThat(after.ownerId()).isEqualTo(bob.userId());
        assertThat(after.version()).isEqualTo(before.version() + 1);
        var known = directory.find(Set.of(team)).get(team);
        assertThat(known.participantIds()).containsExactlyInAnyOrder(bob.userId(), cat.userId());
        assertThat(known.ownerId()).isEqualTo(bob.userId());
        assertThat(known.version()).isEqualTo(after.version());
        assertThat(eventIn(outcome).participants()).containsExactly(bob.userId(), cat.userId());
        assertThat(eventIn(outcome).ownerId()).isEqualTo(bob.userId());
        assertThat(eventIn(outcome).version()).isEqualTo(after.version());
    }

    @Test
    void nobodyIsAnsweredOrTold() {
        var team = beginnings.group(ann, bob);

        var outcome = remove(ann, team);

        assertThat(outcome.reply()).isEqualTo(new Outcome.Reply.None());
        assertThat(outcome.deliveries()).isEmpty();
        assertThat(changeIn(outcome).reply()).isNull();
        assertThat(changeIn(outcome).steps()).isEmpty();
        assertThat(changeIn(outcome).version()).isEqualTo(stored(team).version());
    }

    @Test
    void whoDoesNotOwnItLeavesItToItsOwner() {
        var news = beginnings.begin("c", "News", ann, bob);

        remove(bob, news);

        assertThat(stored(news).participantIds()).containsExactly(ann.userId());
        assertThat(stored(news).ownerId()).isEqualTo(ann.userId());
    }

    @Test
    void theLastOneOutEndsItAndAReplayIsTheSame() {
        var news = beginnings.begin("c", "News", ann);
        var command = command(ann, news);

        var first = removeFromConversation.handle(command);
        var second = removeFromConversation.handle(command);

        assertThat(stored(news).isOver()).isTrue();
        assertThat(eventIn(first).participants()).isEmpty();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aReplayChangesNothingAndTellsTheOtherServicesAgain() {
        var team = beginnings.group(ann, bob);
        var command = command(ann, team);

        var first = removeFromConversation.handle(command);
        var after = stored(team);
        var replay = removeFromConversation.handle(command);
        var anothers = remove(ann, team);

        assertThat(replay).isEqualTo(first);
        assertThat(anothers).isEqualTo(first);
        assertThat(stored(team)).isEqualTo(after);
    }

    @Test
    void aPairStaysAsItIs() {
        var pair = beginnings.begin("u", null, ann, bob);
        var before = stored(pair);

        assertThat(remove(ann, pair)).isEqualTo(Outcome.silent());

        assertThat(stored(pair)).isEqualTo(before);
    }

    @Test
    void whatIsUnknownIsPassedOver() {
        var unknown = new ConversationId(CommandClient.mintedId());

        for (var id : List.of(unknown, new ConversationId("nonsense"))) {
            assertThat(remove(ann, id)).isEqualTo(Outcome.silent());
        }
    }

    private Outcome remove(Caller gone, ConversationId id) {
        return removeFromConversation.handle(command(gone, id));
    }

    private static Command<RemoveDeletedUser> command(Caller gone, ConversationId id) {
        return Callers.command(
                gone, Route.REMOVE_DELETED_USER, new RemoveDeletedUser(id, gone.userId()));
    }

    private Conversation stored(ConversationId id) {
        return conversations.find(id).orElseThrow();
    }

    private static ConversationSaved eventIn(Outcome outcome) {
        return (ConversationSaved) outcome.events().getFirst();
    }
}

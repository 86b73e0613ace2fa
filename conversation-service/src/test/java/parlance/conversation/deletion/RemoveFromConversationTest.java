package parlance.conversation.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;
import static parlance.conversation.creation.ConversationFixture.changeIn;

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
import parlance.conversation.creation.ConversationFixture;
import parlance.conversation.document.Conversation;
import parlance.conversation.document.ConversationStore;
import parlance.kit.Command;
import parlance.kit.Effect;
import parlance.kit.HandlerResult;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class RemoveFromConversationTest {

    @Inject ConversationFixture conversationFixture;
    @Inject RemoveFromConversation removeFromConversation;
    @Inject ConversationStore conversations;
    @Inject ConversationDirectoryStore directory;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");
    private final Caller cat = caller("cat");

    @Test
    void theGroupGoesOnUnderWhoeverHasBeenThereLongest() {
        var team = conversationFixture.group(ann, bob, cat);
        var before = stored(team);

        var handlerResult = remove(ann, team);

        var after = stored(team);
        assertThat(after.participantIds()).containsExactly(bob.userId(), cat.userId());
        assertThat(after.ownerId()).isEqualTo(bob.userId());
        assertThat(after.version()).isEqualTo(before.version() + 1);
        var known = directory.find(Set.of(team)).get(team);
        assertThat(known.participantIds()).containsExactlyInAnyOrder(bob.userId(), cat.userId());
        assertThat(known.ownerId()).isEqualTo(bob.userId());
        assertThat(known.version()).isEqualTo(after.version());
        assertThat(eventIn(handlerResult).participants())
                .containsExactly(bob.userId(), cat.userId());
        assertThat(eventIn(handlerResult).ownerId()).isEqualTo(bob.userId());
        assertThat(eventIn(handlerResult).version()).isEqualTo(after.version());
    }

    @Test
    void nobodyIsAnsweredOrTold() {
        var team = conversationFixture.group(ann, bob);

        var handlerResult = remove(ann, team);

        assertThat(handlerResult.reply()).isEqualTo(new Effect.Reply.None());
        assertThat(handlerResult.deliveries()).isEmpty();
        assertThat(changeIn(handlerResult).reply()).isNull();
        assertThat(changeIn(handlerResult).steps()).isEmpty();
        assertThat(changeIn(handlerResult).version()).isEqualTo(stored(team).version());
    }

    @Test
    void whoDoesNotOwnItLeavesItToItsOwner() {
        var news = conversationFixture.begin("c", "News", ann, bob);

        remove(bob, news);

        assertThat(stored(news).participantIds()).containsExactly(ann.userId());
        assertThat(stored(news).ownerId()).isEqualTo(ann.userId());
    }

    @Test
    void theLastOneOutEndsItAndAReplayIsTheSame() {
        var news = conversationFixture.begin("c", "News", ann);
        var command = command(ann, news);

        var first = removeFromConversation.handle(command);
        var second = removeFromConversation.handle(command);

        assertThat(stored(news).isOver()).isTrue();
        assertThat(eventIn(first).participants()).isEmpty();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aReplayChangesNothingAndTellsTheOtherServicesAgain() {
        var team = conversationFixture.group(ann, bob);
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
        var pair = conversationFixture.begin("u", null, ann, bob);
        var before = stored(pair);

        assertThat(remove(ann, pair)).isEqualTo(HandlerResult.noReply());

        assertThat(stored(pair)).isEqualTo(before);
    }

    @Test
    void whatIsUnknownIsPassedOver() {
        var unknown = new ConversationId(CommandClient.mintedId());

        for (var id : List.of(unknown, new ConversationId("nonsense"))) {
            assertThat(remove(ann, id)).isEqualTo(HandlerResult.noReply());
        }
    }

    private HandlerResult remove(Caller gone, ConversationId id) {
        return removeFromConversation.handle(command(gone, id));
    }

    private static Command<RemoveDeletedUser> command(Caller gone, ConversationId id) {
        return Callers.command(
                gone, Route.REMOVE_DELETED_USER, new RemoveDeletedUser(id, gone.userId()));
    }

    private Conversation stored(ConversationId id) {
        return conversations.find(id).orElseThrow();
    }

    private static ConversationSaved eventIn(HandlerResult handlerResult) {
        return (ConversationSaved) handlerResult.events().getFirst();
    }
}

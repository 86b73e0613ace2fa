package parlance.conversation.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;
import static parlance.testing.waiting.Waiting.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.contracts.conversation.LeaveAllConversations;
import parlance.contracts.conversation.RemoveDeletedUser;
import parlance.conversation.Callers;
import parlance.conversation.OtherServices;
import parlance.conversation.creation.ConversationFixture;
import parlance.conversation.document.ConversationStore;
import parlance.kit.Command;
import parlance.kit.Effect;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class LeaveEveryConversationTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;
    @Inject LeaveEveryConversation leaveEveryConversation;
    @Inject ConversationStore conversations;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void eachGroupAndChannelGetsACommandAndAPairNone() {
        var own = conversationFixture.group(ann, bob);
        var joined = conversationFixture.group(bob, ann);
        var news = conversationFixture.begin("c", "News", ann);
        conversationFixture.begin("u", null, ann, bob);
        conversationFixture.group(bob, caller("cat"));
        var command = leaves(ann, ann.organizationId());

        var handlerResult = leaveEveryConversation.handle(command);

        assertThat(handlerResult.reply()).isEqualTo(new Effect.Reply.None());
        assertThat(handlerResult.forwards())
                .allMatch(one -> one.route() == Route.REMOVE_DELETED_USER)
                .allMatch(one -> one.key().equals(removalIn(one).conversationId().value()))
                .allMatch(one -> removalIn(one).userId().equals(ann.userId()))
                .extracting(one -> removalIn(one).conversationId())
                .containsExactlyInAnyOrder(own, joined, news);
        assertThat(leaveEveryConversation.handle(command)).isEqualTo(handlerResult);
    }

    @Test
    void anotherOrganizationsConversationsAreNotLeft() {
        conversationFixture.group(ann, bob);

        var handlerResult = leaveEveryConversation.handle(leaves(ann, new OrganizationId("other")));

        assertThat(handlerResult.forwards()).isEmpty();
    }

    @Test
    void oneCommandAndTheUserIsOutOfAllInSilence() {
        var own = conversationFixture.group(ann, bob);
        var news = conversationFixture.begin("c", "News", bob, ann);
        var pair = conversationFixture.begin("u", null, ann, bob);
        var id = CommandClient.mintedId();

        client.send(
                Route.LEAVE_ALL_CONVERSATIONS,
                ann,
                new LeaveAllConversations(ann.organizationId(), ann.userId()),
                id);

        try (var changes = client.view(Topic.MESSAGE_COMMANDS)) {
            for (var left : List.of(own.value(), news.value())) {
                var change =
                        changes.await(seen ->
                                left.equals(seen.key())
                                        && seen.has(RecordHeaderNames.MINTED_ID, id));
                assertThat(change.value().has("reply")).isFalse();
                assertThat(change.value().path("steps")).isEmpty();
            }
        }
        for (var left : List.of(own, news)) {
            assertThat(conversations.find(left).orElseThrow().participantIds())
                    .containsExactly(bob.userId());
        }
        assertThat(conversations.find(pair).orElseThrow().includes(ann.userId())).isTrue();
    }

    @Test
    void whoIsBroughtInByWhatWasUnderWayIsTakenOutAgain() {
        leaveEveryConversation.handle(leaves(ann, ann.organizationId()));

        // user-service, as these tests play it, still knows ann: so it did when she was looked up.
        var late = new ConversationId(CommandClient.mintedId());
        client.send(
                Route.CONVERSATION_CREATE,
                bob,
                Map.of("type", "g", "name", "Late", "participants", List.of(ann.userId())),
                late.value());
        var pair = conversationFixture.begin("u", null, bob, ann);

        await().untilAsserted(() ->
                assertThat(conversations.find(late))
                        .hasValueSatisfying(group ->
                                assertThat(group.participantIds()).containsExactly(bob.userId())));
        assertThat(conversations.find(pair).orElseThrow().includes(ann.userId())).isTrue();
    }

    private static RemoveDeletedUser removalIn(Effect.Forward forward) {
        return (RemoveDeletedUser) forward.request();
    }

    private static Command<LeaveAllConversations> leaves(Caller gone, OrganizationId organization) {
        return Callers.command(
                gone,
                Route.LEAVE_ALL_CONVERSATIONS,
                new LeaveAllConversations(organization, gone.userId()));
    }
}

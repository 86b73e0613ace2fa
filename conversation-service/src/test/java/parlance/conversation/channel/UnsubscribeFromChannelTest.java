package parlance.conversation.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;
import static parlance.conversation.creation.ConversationFixture.changeIn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.Route;
import parlance.conversation.Callers;
import parlance.conversation.OtherServices;
import parlance.conversation.creation.ConversationFixture;
import parlance.conversation.document.ConversationStore;
import parlance.kit.HandlerResult;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class UnsubscribeFromChannelTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;
    @Inject SubscribeToChannel subscribe;
    @Inject UnsubscribeFromChannel unsubscribe;
    @Inject ConversationStore conversations;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void whoFollowedFollowsNoLongerAndRepeatsAreHarmless() {
        var news = conversationFixture.begin("c", "News", ann);
        subscribe.handle(
                Callers.command(
                        bob,
                        Route.CONVERSATION_SUBSCRIBE,
                        new SubscribeToChannel.Request(news.value())));

        unsubscribe(bob, news);
        var again = unsubscribe(bob, news);

        assertThat(changeIn(again).reply().text()).isEqualTo("{\"success\":true}");
        assertThat(conversations.find(news).orElseThrow().participantIds())
                .containsExactly(ann.userId());
    }

    @Test
    void nothingElseIsUnfollowed() {
        var team = conversationFixture.group(ann, bob);

        assertThat(
                        client.ask(Route.CONVERSATION_UNSUBSCRIBE, bob, Map.of("cid", team))
                                .errorStatus())
                .isEqualTo(400);
    }

    private HandlerResult unsubscribe(Caller caller, ConversationId id) {
        return unsubscribe.handle(
                Callers.command(
                        caller,
                        Route.CONVERSATION_UNSUBSCRIBE,
                        new UnsubscribeFromChannel.Request(id.value())));
    }
}

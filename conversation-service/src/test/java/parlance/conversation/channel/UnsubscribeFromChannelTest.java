package parlance.conversation.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;
import static parlance.conversation.conversation.Beginnings.changeIn;

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
import parlance.conversation.conversation.Beginnings;
import parlance.conversation.conversation.ConversationStore;
import parlance.kit.Outcome;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class UnsubscribeFromChannelTest {

    private final CommandClient client = CommandClient.shared();

    @Inject Beginnings beginnings;
    @Inject SubscribeToChannel subscribe;
    @Inject UnsubscribeFromChannel unsubscribe;
    @Inject ConversationStore conversations;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void whoFollowedFollowsNoLongerAndRepeatsAreHarmless() {
        var news = beginnings.begin("c", "News", ann);
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
        var team = beginnings.group(ann, bob);

        assertThat(
                        client.ask(Route.CONVERSATION_UNSUBSCRIBE, bob, Map.of("cid", team))
                                .errorStatus())
                .isEqualTo(400);
    }

    private Outcome unsubscribe(Caller caller, ConversationId id) {
        return unsubscribe.handle(
                Callers.command(
                        caller,
                        Route.CONVERSATION_UNSUBSCRIBE,
                        new UnsubscribeFromChannel.Request(id.value())));
    }
}

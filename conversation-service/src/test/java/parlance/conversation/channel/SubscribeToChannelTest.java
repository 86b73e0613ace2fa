package parlance.conversation.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;
import static parlance.conversation.creation.ConversationFixture.changeIn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
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
class SubscribeToChannelTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;
    @Inject SubscribeToChannel subscribe;
    @Inject ConversationStore conversations;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void anybodyMayFollowAChannelAndRepeatsAreHarmless() {
        var news = conversationFixture.begin("c", "News", ann);

        var first = subscribe(bob, news);
        var again = subscribe(bob, news);

        assertThat(changeIn(first).reply().text()).isEqualTo("{\"success\":true}");
        assertThat(changeIn(first).steps()).isEmpty();
        assertThat(changeIn(first).version()).isEqualTo(2);
        assertThat(changeIn(again).version()).isEqualTo(2);
        assertThat(conversations.find(news).orElseThrow().includes(bob.userId())).isTrue();
    }

    @Test
    void nothingElseIsFollowed() {
        var team = conversationFixture.group(ann, bob);

        for (var cid : List.of(team.value(), "nonsense", CommandClient.mintedId())) {
            assertThat(
                            client.ask(
                                            Route.CONVERSATION_SUBSCRIBE,
                                            caller("eve"),
                                            Map.of("cid", cid))
                                    .errorStatus())
                    .isEqualTo(400);
        }
    }

    private HandlerResult subscribe(Caller caller, ConversationId id) {
        return subscribe.handle(
                Callers.command(
                        caller,
                        Route.CONVERSATION_SUBSCRIBE,
                        new SubscribeToChannel.Request(id.value())));
    }
}

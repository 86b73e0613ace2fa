package parlance.conversation.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.conversation.OtherServices;
import parlance.conversation.creation.ConversationFixture;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class GetHandlerTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void givesItToTheOwnerAlone() {
        var team = conversationFixture.group(ann, bob);

        assertThat(status(Route.GET_CONVERSATION_HANDLER, bob, Map.of("cid", team))).isEqualTo(403);
        assertThat(client.ask(Route.GET_CONVERSATION_HANDLER, ann, Map.of("cid", team)).errorText())
                .isEqualTo("Handler for this conversation not found.");
    }

    private int status(Route route, Caller caller, Object request) {
        return client.ask(route, caller, request).errorStatus();
    }
}

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
import parlance.conversation.Callers;
import parlance.conversation.OtherServices;
import parlance.conversation.creation.ConversationFixture;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class DeleteHandlerTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;
    @Inject DeleteHandler deleteHandler;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void forgetsItOnceAndAReplayIsAnsweredTheSame() {
        var team = conversationFixture.group(ann, bob);
        client.ask(Route.CONVERSATION_HANDLER_CREATE, ann, Map.of("cid", team, "content", "one"));
        var command =
                Callers.command(
                        ann,
                        Route.CONVERSATION_HANDLER_DELETE,
                        new DeleteHandler.Request(team.value()));

        var first = deleteHandler.handle(command);
        var second = deleteHandler.handle(command);

        assertThat(second).isEqualTo(first);
        assertThat(status(Route.GET_CONVERSATION_HANDLER, ann, Map.of("cid", team))).isEqualTo(422);
        assertThat(status(Route.CONVERSATION_HANDLER_DELETE, ann, Map.of("cid", team)))
                .isEqualTo(422);
    }

    private int status(Route route, Caller caller, Object request) {
        return client.ask(route, caller, request).errorStatus();
    }
}

package parlance.conversation.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
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
class SaveHandlerTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void theOwnersHandlerReplacesTheOneBefore() {
        var team = conversationFixture.group(ann, bob);
        for (var content : List.of("one", "two")) {
            var request = Map.of("cid", team, "content", content);
            assertThat(
                            client.ask(Route.CONVERSATION_HANDLER_CREATE, ann, request)
                                    .response()
                                    .get("success")
                                    .asBoolean())
                    .isTrue();
        }

        var handler =
                client.ask(Route.GET_CONVERSATION_HANDLER, ann, Map.of("cid", team))
                        .response()
                        .get("conversation_handler");

        assertThat(handler.get("content").asText()).isEqualTo("two");
        assertThat(handler.get("updated_by").asText()).isEqualTo(ann.userId().value());
        assertThat(handler.get("updated_at").asText()).endsWith("Z");
    }

    @Test
    void nobodyElseHasASay() {
        var team = conversationFixture.group(ann, bob);

        assertThat(
                        status(
                                Route.CONVERSATION_HANDLER_CREATE,
                                bob,
                                Map.of("cid", team, "content", "x")))
                .isEqualTo(403);
        assertThat(
                        status(
                                Route.CONVERSATION_HANDLER_CREATE,
                                ann,
                                Map.of("cid", "nonsense", "content", "x")))
                .isEqualTo(400);
        assertThat(status(Route.CONVERSATION_HANDLER_CREATE, ann, Map.of("cid", team)))
                .isEqualTo(422);
    }

    private int status(Route route, Caller caller, Object request) {
        return client.ask(route, caller, request).errorStatus();
    }
}

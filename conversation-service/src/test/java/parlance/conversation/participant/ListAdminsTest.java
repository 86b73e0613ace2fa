package parlance.conversation.participant;

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
class ListAdminsTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void onlyWhoLeadsSeesWhoLeads() {
        var team = conversationFixture.group(ann, bob);
        var request = Map.of("cids", List.of(team, "nonsense"));

        var led = client.ask(Route.GET_ADMINS_BY_CIDS, ann, request).response();
        var followed = client.ask(Route.GET_ADMINS_BY_CIDS, bob, request).response();

        assertThat(led.at("/conversations/" + team).toString())
                .isEqualTo("[\"" + ann.userId() + "\"]");
        assertThat(led.at("/users/0/_id").asText()).isEqualTo(ann.userId().value());
        assertThat(followed.get("conversations")).isEmpty();
        assertThat(client.ask(Route.GET_ADMINS_BY_CIDS, ann, Map.of()).errorText())
                .isEqualTo("'cids' field is required.");
    }
}

package parlance.conversation.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.conversation.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ListParticipantsTest {

    private final CommandClient client = CommandClient.shared();

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");
    private final Caller eve = caller("eve");

    @Test
    void givesUsersAndTheirIdsByConversation() {
        var team = group(ann, bob);

        var answer = ask(ann, List.of(team, "nonsense", CommandClient.mintedId()));

        assertThat(answer.at("/conversations/" + team))
                .extracting(JsonNode::asText)
                .containsExactly(ann.userId().value(), bob.userId().value());
        assertThat(answer.get("conversations")).hasSize(1);
        assertThat(StreamSupport.stream(answer.get("users").spliterator(), false))
                .extracting(user -> user.get("_id").asText())
                .containsExactlyInAnyOrder(ann.userId().value(), bob.userId().value());
        assertThat(answer.at("/users/0/native_id")).isEqualTo(answer.at("/users/0/_id"));
    }

    @Test
    void othersSeeNothing() {
        var team = group(ann, bob);

        var answer = ask(eve, List.of(team));

        assertThat(answer.get("users")).isEmpty();
        assertThat(answer.get("conversations")).isEmpty();
    }

    @Test
    void nothingAskedIsNothingAnswered() {
        assertThat(ask(ann, List.of()).get("users")).isEmpty();
    }

    @Test
    void theListMustBeThere() {
        assertThat(client.ask(Route.GET_PARTICIPANTS_BY_CIDS, ann, Map.of()).errorText())
                .isEqualTo("'cids' field is required.");
    }

    private JsonNode ask(Caller caller, List<String> cids) {
        return client.ask(Route.GET_PARTICIPANTS_BY_CIDS, caller, Map.of("cids", cids)).response();
    }

    private String group(Caller owner, Caller other) {
        var id = CommandClient.mintedId();
        client.send(
                Route.CONVERSATION_CREATE,
                owner,
                Map.of("type", "g", "name", "Team", "participants", List.of(other.userId())),
                id);
        try (var commands = client.view(Topic.MESSAGE_COMMANDS)) {
            commands.await(seen -> id.equals(seen.key()));
        }
        return id;
    }
}

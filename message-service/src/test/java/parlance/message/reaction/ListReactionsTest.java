package parlance.message.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ListReactionsTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private DirectoryConversation team;

    @BeforeEach
    void beginTalk() {
        team = conversationFixture.begin(group(ann, bob));
    }

    @Test
    void givesWhoReactedAndHow() {
        var mid = ConversationFixture.say(client, ann, team, "one");
        for (var who : List.of(bob, ann)) {
            client.ask(Route.MESSAGE_REACTIONS_UPDATE, who, Map.of("mid", mid, "add", "+1"));
        }

        var listed = client.ask(Route.MESSAGE_REACTIONS_LIST, ann, Map.of("mid", mid)).response();

        assertThat(listed.get("reactions").toString())
                .isEqualTo("{\"+1\":[\"%s\",\"%s\"]}".formatted(bob.userId(), ann.userId()));
        assertThat(client.ask(Route.MESSAGE_REACTIONS_LIST, ann, Map.of("mid", "nope")).errorText())
                .isEqualTo("Message ID not found.");
    }
}

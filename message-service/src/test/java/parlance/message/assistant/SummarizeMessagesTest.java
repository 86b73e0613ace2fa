package parlance.message.assistant;

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
class SummarizeMessagesTest {

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
    void nothingSaidNeedsNoAgent() {
        for (var filter : List.of("last-day", "last-7-days", "unreads")) {
            assertThat(ask(filter).response().get("message").asText())
                    .isEqualTo("There are no messages to process in this chat.");
        }
    }

    @Test
    void withoutAnAgentThereIsNoSummary() {
        ConversationFixture.say(client, bob, team, "one");

        assertThat(ask("unreads").errorText()).startsWith("An error occurred");
        assertThat(ask("last-day").errorStatus()).isEqualTo(500);
    }

    private parlance.testing.commands.Answer ask(String filter) {
        return client.ask(Route.MESSAGE_SUMMARY, ann, Map.of("cid", team.id(), "filter", filter));
    }
}

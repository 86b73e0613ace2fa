package parlance.message.system;

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
class ReportUndecipherableTest {

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
    void isTakenFromParticipantsOnly() {
        var request = Map.of("cid", team.id(), "ids", List.of("x"));

        assertThat(
                        client.ask(Route.MESSAGE_DECRYPTION_FAILED, ann, request)
                                .response()
                                .get("success")
                                .asBoolean())
                .isTrue();
        assertThat(client.ask(Route.MESSAGE_DECRYPTION_FAILED, person("eve"), request).errorText())
                .isEqualTo("Forbidden.");
    }
}

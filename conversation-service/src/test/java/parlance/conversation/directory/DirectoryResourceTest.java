package parlance.conversation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;
import static parlance.testing.http.ServiceRequests.service;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConversationId;
import parlance.conversation.OtherServices;
import parlance.conversation.creation.ConversationFixture;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class DirectoryResourceTest {

    @Inject ConversationFixture conversationFixture;
    @Inject ConversationDirectoryStore directory;

    @Test
    void fillsTheDirectoryAgainAndTellsWhatIsThere() {
        var id = newGroup();
        var lost = directory.find(Set.of(id)).get(id);

        var answer = service().post(pathOf(id.value()));

        answer.then().statusCode(200);
        var told = answer.as(parlance.kit.directory.DirectoryConversation.class);
        assertThat(told).isEqualTo(lost);
        assertThat(directory.find(Set.of(id)).get(id)).isEqualTo(lost);
    }

    @Test
    void answers404ForWhatThereIsNot() {
        service().post(pathOf(CommandClient.mintedId())).then().statusCode(404);
        service().post(pathOf("nonsense")).then().statusCode(404);
    }

    @Test
    void isForServicesOnly() {
        service("wrong").post(pathOf(CommandClient.mintedId())).then().statusCode(401);
    }

    private ConversationId newGroup() {
        return conversationFixture.group(caller("ann"), caller("bob"));
    }

    private static String pathOf(String id) {
        return "/internal/conversations/" + id + "/directory";
    }
}

package parlance.conversation.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConversationId;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange;
import parlance.conversation.Callers;
import parlance.conversation.OtherServices;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class DirectoryResourceTest {

    @Inject CreateConversation createConversation;
    @Inject ConversationDirectoryStore directory;

    @TestHTTPResource("/")
    URI http;

    @ConfigProperty(name = "parlance.service-token")
    String token;

    @Test
    void fillsTheDirectoryAgainAndTellsWhatIsThere() throws Exception {
        var id = newGroup();
        var lost = directory.find(Set.of(id)).get(id);

        var answer = post(id.value(), token);

        var told = Json.read(answer.body(), parlance.kit.directory.Conversation.class);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(told).isEqualTo(lost);
        assertThat(directory.find(Set.of(id)).get(id)).isEqualTo(lost);
    }

    @Test
    void answers404ForWhatThereIsNot() throws Exception {
        assertThat(post(CommandClient.mintedId(), token).statusCode()).isEqualTo(404);
        assertThat(post("nonsense", token).statusCode()).isEqualTo(404);
    }

    @Test
    void isForServicesOnly() throws Exception {
        assertThat(post(CommandClient.mintedId(), "wrong").statusCode()).isEqualTo(401);
    }

    private ConversationId newGroup() {
        var request =
                new CreateConversation.Request(
                        "g", "Team", null, null, List.of(caller("bob").userId()), null, null);
        var outcome =
                createConversation.handle(
                        Callers.command(caller("ann"), Route.CONVERSATION_CREATE, request));
        return ((ConversationChange) outcome.forwards().getFirst().request()).conversationId();
    }

    private HttpResponse<String> post(String id, String bearer) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    http.resolve("/internal/conversations/" + id + "/directory"))
                            .header("Authorization", "Bearer " + bearer)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}

package parlance.conversation.listing;

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
import parlance.conversation.conversation.Beginnings;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class SearchConversationsTest {

    private final CommandClient client = CommandClient.shared();

    @Inject Beginnings beginnings;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void findsOwnConversationsByAnyPartOfTheirName() {
        var word = CommandClient.mintedId();
        var team = beginnings.begin("g", "The (" + word + "x) Team", ann, bob);
        beginnings.begin("g", "Others", ann, bob);

        assertThat(search(ann, "(" + word.toUpperCase() + "X"))
                .isEqualTo("[{\"_id\":\"%s\",\"name\":\"The (%sx) Team\"}]".formatted(team, word));
        assertThat(search(ann, word + ".")).isEqualTo("[]");
        assertThat(search(caller("eve"), word)).isEqualTo("[]");
    }

    @Test
    void findsChannelsOfOthers() {
        var word = CommandClient.mintedId();
        var news = beginnings.begin("c", word, ann);

        assertThat(search(bob, word)).contains(news.value());
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        assertThat(refusal(Map.of())).isEqualTo("\"name\" is required");
        assertThat(refusal(Map.of("name", "x", "limit", 101)))
                .isEqualTo("\"limit\" must be less than or equal to 100");
    }

    private String search(Caller caller, String name) {
        return client.ask(Route.CONVERSATION_SEARCH, caller, Map.of("name", name))
                .response()
                .get("conversations")
                .toString();
    }

    private String refusal(Object request) {
        return client.ask(Route.CONVERSATION_SEARCH, ann, request).errorText();
    }
}

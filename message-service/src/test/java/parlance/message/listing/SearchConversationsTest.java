package parlance.message.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class SearchConversationsTest {

    private static final Instant EARLIER = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-02T12:00:00Z");

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");

    @Test
    void givesWhatIsFoundTheLastMovedFirst() {
        var word = CommandClient.mintedId();
        var team = ListedConversations.add("g", "The (" + word + "x) Team", EARLIER, ann, bob);
        var quiet = ListedConversations.add("g", word, LATER, ann, bob);
        ListedConversations.add("g", "Others", LATER, ann, bob);

        assertThat(search(ann, Map.of("name", word)))
                .isEqualTo(
                        "[{\"_id\":\"%s\",\"name\":\"%s\"},{\"_id\":\"%s\",\"name\":\"The (%sx) Team\"}]"
                                .formatted(quiet.id(), word, team.id(), word));
        ConversationFixture.say(client, bob, conversationFixture.begin(team), "hi");
        assertThat(search(ann, Map.of("name", word, "limit", 1))).contains(team.id().value());
        assertThat(search(ann, Map.of("name", word, "updated_at", Map.of("gt", LATER))))
                .contains(team.id().value())
                .doesNotContain(quiet.id().value());
        assertThat(search(ann, Map.of("name", word + "."))).isEqualTo("[]");
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        assertThat(refusal(Map.of())).isEqualTo("\"name\" is required");
        assertThat(refusal(Map.of("name", "x", "limit", 101)))
                .isEqualTo("\"limit\" must be less than or equal to 100");
    }

    private String search(Caller caller, Object request) {
        return client.ask(Route.CONVERSATION_SEARCH, caller, request)
                .response()
                .get("conversations")
                .toString();
    }

    private String refusal(Object request) {
        return client.ask(Route.CONVERSATION_SEARCH, ann, request).errorText();
    }
}

package parlance.conversation.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.conversation.Callers.caller;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.conversation.Callers;
import parlance.conversation.OtherServices;
import parlance.conversation.Settings;
import parlance.conversation.conversation.ConversationStore;
import parlance.conversation.conversation.ShownConversations;
import parlance.conversation.standing.Standings;
import parlance.kit.Outcome;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ListConversationsTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationStore conversations;
    @Inject Standings standings;
    @Inject ShownConversations shown;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void givesOwnConversationsLastMovedFirst() {
        var first = group("First");
        var second = group("Second");

        var listed = ask(ann, Map.of());

        assertThat(idsOf(listed)).containsExactly(second, first);
        assertThat(listed.get(0).get("last_message").get("body").asText()).isEqualTo("hi");
        assertThat(listed.get(0).get("unread_messages_count").asInt()).isEqualTo(3);
        assertThat(listed.get(0).has("participants")).isFalse();
        assertThat(idsOf(ask(caller("eve"), Map.of()))).isEmpty();
    }

    @Test
    void anOperatorSaysHowMuchAPageHolds() {
        for (int i = 0; i < 4; i++) {
            group("Team " + i);
        }
        var narrow = new ListConversations(conversations, standings, shown, Settings.pages(2, 3));

        assertThat(lengthOf(narrow, null)).isEqualTo(2);
        assertThat(lengthOf(narrow, 0)).isEqualTo(2);
        assertThat(lengthOf(narrow, 1)).isEqualTo(1);
        assertThat(lengthOf(narrow, 100)).isEqualTo(3);
    }

    private int lengthOf(ListConversations list, Integer limit) {
        var request = new ListConversations.Request(limit, null, null);
        var reply = list.handle(Callers.command(ann, Route.CONVERSATION_LIST, request)).reply();
        return Json.tree(Json.bytes(((Outcome.Reply.Body) reply).body()))
                .get("conversations")
                .size();
    }

    @Test
    void pagesByTimeStrictly() {
        var first = group("First");
        var second = group("Second");
        var listed = ask(ann, Map.of());
        var newest = listed.get(0).get("updated_at").asText();
        var oldest = listed.get(1).get("updated_at").asText();

        assertThat(idsOf(ask(ann, Map.of("updated_at", Map.of("lt", newest)))))
                .containsExactly(first);
        assertThat(idsOf(ask(ann, Map.of("updated_at", Map.of("gt", oldest)))))
                .containsExactly(second);
        assertThat(idsOf(ask(ann, Map.of("limit", 1)))).containsExactly(second);
        assertThat(idsOf(ask(ann, Map.of("limit", 0)))).hasSize(2);
    }

    @Test
    void picksByIds() {
        var first = group("First");
        group("Second");

        assertThat(idsOf(ask(ann, Map.of("ids", List.of(first, "nonsense")))))
                .containsExactly(first);
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        assertThat(refusal(Map.of("limit", -1)))
                .isEqualTo("\"limit\" must be greater than or equal to 0");
        assertThat(refusal(Map.of("ids", java.util.Collections.nCopies(11, "x"))))
                .isEqualTo("\"ids\" must contain less than or equal to 10 items");
    }

    private String refusal(Object request) {
        return client.ask(Route.CONVERSATION_LIST, ann, request).errorText();
    }

    private JsonNode ask(Caller caller, Object request) {
        return client.ask(Route.CONVERSATION_LIST, caller, request).response().get("conversations");
    }

    private static List<String> idsOf(JsonNode conversations) {
        var ids = new ArrayList<String>();
        conversations.forEach(conversation -> ids.add(conversation.get("_id").asText()));
        return ids;
    }

    private String group(String name) {
        var id = CommandClient.mintedId();
        client.send(
                Route.CONVERSATION_CREATE,
                ann,
                Map.of("type", "g", "name", name, "participants", List.of(bob.userId())),
                id);
        try (var commands = client.view(Topic.MESSAGE_COMMANDS)) {
            commands.await(seen -> id.equals(seen.key()));
        }
        return id;
    }
}

package parlance.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.kit.Effect;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.Commands;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.message.Settings;
import parlance.message.directory.Conversations;
import parlance.message.document.HistoryStore;
import parlance.message.reaction.ReactionStore;
import parlance.message.readstate.ReadStateStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ListMessagesTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;
    @Inject Conversations conversations;
    @Inject HistoryStore history;
    @Inject ReadStateStore readStates;
    @Inject ReactionStore reactions;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private DirectoryConversation team;

    @BeforeEach
    void beginTalk() {
        team = conversationFixture.begin(group(ann, bob));
    }

    @Test
    void givesMessagesNewestFirstWithStatusOnOwnOnesOnly() {
        ConversationFixture.say(client, ann, team, "one");
        ConversationFixture.say(client, bob, team, "two");

        var listed = list(Map.of());

        assertThat(bodiesOf(listed)).containsExactly("two", "one");
        assertThat(listed.get(0).has("status")).isFalse();
        assertThat(listed.get(1).get("status").asText()).isEqualTo("sent");
        assertThat(listed.get(0).get("reactions").toString()).isEqualTo("{}");
        assertThat(listed.get(0).has("x")).isFalse();
        assertThat(listed.get(0).has("c_type")).isFalse();
        assertThat(listed.get(0).get("cid").asText()).isEqualTo(team.id().value());
    }

    @Test
    void pagesByTimeStrictlyAndForwardsFromTheOldest() {
        for (var body : List.of("1", "2", "3", "4", "5")) {
            ConversationFixture.say(client, ann, team, body);
        }
        var all = list(Map.of());
        var second = all.get(3).get("updated_at").asText();
        var fourth = all.get(1).get("updated_at").asText();

        assertThat(bodiesOf(list(Map.of("limit", 2)))).containsExactly("5", "4");
        assertThat(bodiesOf(list(Map.of("updated_at", Map.of("lt", fourth), "limit", 2))))
                .containsExactly("3", "2");
        assertThat(bodiesOf(list(Map.of("updated_at", Map.of("gt", second), "limit", 2))))
                .containsExactly("4", "3");
        assertThat(bodiesOf(list(Map.of("updated_at", Map.of("gt", second, "lt", fourth)))))
                .containsExactly("3");
    }

    @Test
    void anEditMovesAMessageAmongWhatChangedAndNotItsPlace() {
        var ids = new ArrayList<String>();
        for (var body : List.of("1", "2", "3", "4")) {
            ids.add(ConversationFixture.say(client, ann, team, body));
        }
        var third = list(Map.of()).get(1).get("updated_at").asText();
        client.ask(Route.MESSAGE_EDIT, ann, Map.of("id", ids.get(0), "body", "1, edited"));
        client.ask(Route.MESSAGE_EDIT, ann, Map.of("id", ids.get(3), "body", "4, edited"));

        assertThat(bodiesOf(list(Map.of()))).containsExactly("4, edited", "3", "2", "1, edited");
        assertThat(bodiesOf(list(Map.of("updated_at", Map.of("lt", third))))).containsExactly("2");
        assertThat(bodiesOf(list(Map.of("updated_at", Map.of("gt", third)))))
                .containsExactly("4, edited", "1, edited");
    }

    @Test
    void anOperatorSaysHowMuchAPageHolds() {
        for (var body : List.of("1", "2", "3", "4", "5")) {
            ConversationFixture.say(client, ann, team, body);
        }
        var narrow =
                new ListMessages(
                        conversations, history, readStates, reactions, Settings.pages(2, 3));

        assertThat(lengthOf(narrow, null)).isEqualTo(2);
        assertThat(lengthOf(narrow, 0)).isEqualTo(2);
        assertThat(lengthOf(narrow, 1)).isEqualTo(1);
        assertThat(lengthOf(narrow, 100)).isEqualTo(3);
    }

    private int lengthOf(ListMessages list, Integer limit) {
        var request = new ListMessages.Request(team.id().value(), limit, null, null);
        var reply = list.handle(Commands.from(ann, Route.MESSAGE_LIST, request)).reply();
        return Json.tree(Json.bytes(((Effect.Reply.Body) reply).body())).get("messages").size();
    }

    @Test
    void picksByIds() {
        var one = ConversationFixture.say(client, ann, team, "one");
        ConversationFixture.say(client, ann, team, "two");

        assertThat(bodiesOf(list(Map.of("ids", List.of(one, "nonsense"))))).containsExactly("one");
    }

    @Test
    void whatWasSentComesBackAsItCame() {
        client.ask(
                Route.SEND_MESSAGE,
                ann,
                Map.of(
                        "cid", team.id(),
                        "attachments", List.of(Map.of("file_id", "f", "$where", 1)),
                        "x", Map.of("a.b", List.of(1, "two")),
                        "encrypted_message_type", 3));

        var message = list(Map.of()).getFirst();

        assertThat(message.get("attachments").toString())
                .contains("\"file_id\":\"f\"", "\"$where\":1");
        assertThat(message.get("x").toString()).isEqualTo("{\"a.b\":[1,\"two\"]}");
        assertThat(message.get("encrypted_message_type").asInt()).isEqualTo(3);
        assertThat(message.has("body")).isFalse();
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        assertThat(refusal(ann, Map.of())).isEqualTo("'cid' field is required.");
        assertThat(refusal(ann, Map.of("cid", "nope"))).isEqualTo("Conversation not found.");
        assertThat(refusal(person("eve"), Map.of("cid", team.id()))).isEqualTo("Forbidden.");
    }

    private List<JsonNode> list(Map<String, Object> fields) {
        return ConversationFixture.list(client, ann, team, fields);
    }

    private static List<String> bodiesOf(List<JsonNode> messages) {
        return messages.stream().map(message -> message.get("body").asText()).toList();
    }

    private String refusal(Caller caller, Object request) {
        return client.ask(Route.MESSAGE_LIST, caller, request).errorText();
    }
}

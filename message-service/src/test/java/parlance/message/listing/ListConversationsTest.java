package parlance.message.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.internalapi.conversation.ConversationApi;
import parlance.kit.Effect;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.Commands;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class ListConversationsTest {

    private static final Instant EARLIER = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-02T12:00:00Z");

    private final CommandClient client = CommandClient.shared();

    @Inject @RestClient ConversationApi conversations;
    @Inject ConversationSummaries summaries;
    @Inject ConversationFixture conversationFixture;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");

    @Test
    void givesOwnConversationsLastMovedFirst() {
        var first = group("First", LATER);
        var second = group("Second", EARLIER);
        for (var body : List.of("one", "two", "hi")) {
            ConversationFixture.say(client, bob, second, body);
        }

        var listed = ask(ann, Map.of());

        assertThat(idsOf(listed)).containsExactly(idOf(second), idOf(first));
        assertThat(listed.get(0).get("name").asText()).isEqualTo("Second");
        assertThat(listed.get(0).get("last_message").get("body").asText()).isEqualTo("hi");
        assertThat(listed.get(0).get("unread_messages_count").asInt()).isEqualTo(3);
        assertThat(Instant.parse(listed.get(0).get("updated_at").asText())).isAfter(LATER);
        assertThat(listed.get(0).has("participants")).isFalse();
        assertThat(listed.get(1).has("last_message")).isFalse();
        assertThat(idsOf(ask(person("eve"), Map.of()))).isEmpty();
    }

    @Test
    void anOperatorSaysHowMuchAPageHolds() {
        for (int i = 0; i < 4; i++) {
            group("Team " + i, EARLIER.plusSeconds(i));
        }
        var narrow = new ListConversations(conversations, summaries, new Pages(2, 3));

        assertThat(lengthOf(narrow, null)).isEqualTo(2);
        assertThat(lengthOf(narrow, 0)).isEqualTo(2);
        assertThat(lengthOf(narrow, 1)).isEqualTo(1);
        assertThat(lengthOf(narrow, 100)).isEqualTo(3);
    }

    private record Pages(int listDefault, int listMax) implements ListingConfig {}

    private int lengthOf(ListConversations list, @Nullable Integer limit) {
        var request = new ListConversations.Request(limit, null, null);
        var reply = list.handle(Commands.from(ann, Route.CONVERSATION_LIST, request)).reply();
        return Json.tree(Json.bytes(((Effect.Reply.Body) reply).body()))
                .get("conversations")
                .size();
    }

    @Test
    void pagesByTimeStrictly() {
        var first = idOf(group("First", EARLIER));
        var second = idOf(group("Second", LATER));
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
        var first = idOf(group("First", EARLIER));
        group("Second", LATER);

        assertThat(idsOf(ask(ann, Map.of("ids", List.of(first, "nonsense")))))
                .containsExactly(first);
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        assertThat(refusal(Map.of("limit", -1)))
                .isEqualTo("\"limit\" must be greater than or equal to 0");
        assertThat(refusal(Map.of("ids", Collections.nCopies(11, "x"))))
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

    private static String idOf(DirectoryConversation conversation) {
        return conversation.id().value();
    }

    private DirectoryConversation group(String name, Instant changedAt) {
        return conversationFixture.begin(ListedConversations.add("g", name, changedAt, ann, bob));
    }
}

package parlance.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static parlance.conversation.Callers.caller;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.conversation.creation.ConversationFixture;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

/** Of several things that are wrong, the first in the protocol's order is told (protocol 3.3). */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class RefusalOrderTest {

    private static final String LONG = "x".repeat(256);
    private static final String NOBODY = "dead00000000000000000000";

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");
    private final Caller eve = caller("eve");

    static Stream<Arguments> creations() {
        return Stream.of(
                arguments(Map.of("name", LONG), "Conversation type missed."),
                arguments(Map.of("type", 7, "name", LONG), "The type you entered is incorrect."),
                arguments(
                        Map.of("type", "g", "name", LONG, "description", LONG),
                        "You haven't specified a conversation name."),
                arguments(
                        Map.of("type", "g", "participants", List.of()),
                        "You haven't specified a conversation name."),
                arguments(
                        Map.of("type", "g", "name", "T", "participants", List.of()),
                        "Please select at least one user."),
                arguments(
                        Map.of("type", "g", "name", "T", "participants", "all"),
                        "Please select at least one user."),
                arguments(
                        Map.of("type", "g", "name", "T", "participants", nobodies(51)),
                        "There are too many users in the group conversation."),
                arguments(
                        Map.of("type", "g", "name", "T", "participants", nobodies(50)),
                        "Participants not provided."),
                arguments(
                        Map.of("type", "u", "participants", List.of(NOBODY)),
                        "Opponent ID not found."));
    }

    @ParameterizedTest
    @MethodSource("creations")
    void aConversationIsNotBegunForTheFirstReason(Map<String, ?> request, String refusal) {
        assertThat(refusalOf(Route.CONVERSATION_CREATE, ann, request)).isEqualTo(refusal);
    }

    @Test
    void beforeItIsKnownWhoAsksTheFieldsMustBeRight() {
        var team = conversationFixture.group(ann, bob);

        assertThat(refusalOf(Route.CONVERSATION_UPDATE, eve, Map.of("name", LONG)))
                .isEqualTo("\"id\" is required");
        assertThat(refusalOf(Route.CONVERSATION_UPDATE, eve, Map.of("id", "nope", "name", LONG)))
                .startsWith("\"name\" length");
        assertThat(refusalOf(Route.CONVERSATION_UPDATE, eve, Map.of("id", "nope", "name", "T")))
                .isEqualTo("Bad Request.");
        var tooMany = new HashMap<String, Object>(Map.of("id", team));
        tooMany.put("participants", Map.of("add", strangers(60)));
        assertThat(refusalOf(Route.CONVERSATION_UPDATE, eve, tooMany)).isEqualTo("Forbidden.");
        assertThat(refusalOf(Route.CONVERSATION_UPDATE, ann, tooMany))
                .isEqualTo("You've reached the maximum participant limit.");
    }

    @Test
    void whatIsNotThereIsABadRequestBeforeItIsForbidden() {
        var team = conversationFixture.group(ann, bob);
        var handler = Map.of("cid", team, "content", "x");

        assertThat(refusalOf(Route.CONVERSATION_DELETE, eve, Map.of("id", "nope")))
                .isEqualTo("Bad Request.");
        assertThat(refusalOf(Route.CONVERSATION_DELETE, eve, Map.of("id", team)))
                .isEqualTo("ConversationParticipant not found.");
        assertThat(refusalOf(Route.CONVERSATION_SUBSCRIBE, eve, Map.of("cid", team)))
                .isEqualTo("Bad Request.");
        assertThat(
                        refusalOf(
                                Route.CONVERSATION_HANDLER_CREATE,
                                bob,
                                Map.of("cid", "nope", "content", "x")))
                .isEqualTo("Bad Request.");
        assertThat(refusalOf(Route.CONVERSATION_HANDLER_CREATE, bob, handler))
                .isEqualTo("Forbidden.");
        assertThat(refusalOf(Route.GET_CONVERSATION_HANDLER, bob, Map.of("cid", team)))
                .isEqualTo("Forbidden.");
        assertThat(refusalOf(Route.GET_CONVERSATION_HANDLER, ann, Map.of("cid", team)))
                .isEqualTo("Handler for this conversation not found.");
    }

    private String refusalOf(Route route, Caller caller, Object request) {
        return client.ask(route, caller, request).errorText();
    }

    private static List<String> nobodies(int count) {
        return Stream.generate(() -> NOBODY).limit(count).toList();
    }

    private static List<String> strangers(int count) {
        return Stream.generate(CommandClient::mintedId).limit(count).toList();
    }
}

package parlance.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static parlance.message.People.conversation;
import static parlance.message.People.group;
import static parlance.message.People.person;

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
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

/** Of several things that are wrong, the first in the protocol's order is told (protocol 3.4). */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class RefusalOrderTest {

    private static final String LONG = "x".repeat(65_537);

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;

    private final Caller ann = person("ann");
    private final Caller eve = person("eve");

    static Stream<Arguments> fieldsInTheirOrder() {
        return Stream.of(
                arguments(
                        Route.SEND_MESSAGE, Map.of("id", 5, "body", LONG), "Incorrect message ID."),
                arguments(
                        Route.SEND_MESSAGE,
                        Map.of("id", "m", "body", LONG),
                        "'cid' field is required."),
                arguments(
                        Route.SEND_MESSAGE,
                        Map.of("cid", "nope", "body", LONG, "x", 1),
                        "Either message body or attachments required."),
                arguments(
                        Route.SEND_MESSAGE,
                        Map.of("cid", "nope", "body", "b", "x", 1),
                        "\"x\" must be of type object"),
                arguments(
                        Route.SEND_MESSAGE,
                        Map.of("cid", "nope"),
                        "\"value\" must contain at least one of [body, attachments]"),
                arguments(
                        Route.SYSTEM_MESSAGE, Map.of("uids", manyIds(21)), "Incorrect message ID."),
                arguments(
                        Route.SYSTEM_MESSAGE,
                        Map.of("id", "s", "uids", manyIds(21)),
                        "'uids' max length 20"),
                arguments(
                        Route.SYSTEM_MESSAGE,
                        Map.of("id", "s", "cid", "nope", "uids", manyIds(1)),
                        "'x' field is required."),
                arguments(
                        Route.SYSTEM_MESSAGE,
                        Map.of("id", "s", "cid", "nope", "uids", manyIds(1), "x", Map.of()),
                        "'cid' or 'uids' field is required."),
                arguments(
                        Route.MESSAGE_LIST,
                        Map.of("limit", -1, "ids", "x"),
                        "'cid' field is required."),
                arguments(
                        Route.MESSAGE_LIST,
                        Map.of("cid", "nope", "limit", -1, "ids", "x"),
                        "\"limit\" must be greater than or equal to 0"),
                arguments(
                        Route.MESSAGE_LIST,
                        Map.of("cid", "nope", "updated_at", "soon", "ids", "x"),
                        "\"updated_at\" must be of type object"),
                arguments(
                        Route.MESSAGE_LIST,
                        Map.of("cid", "nope", "ids", manyIds(101)),
                        "\"ids\" must contain less than or equal to 100 items"),
                arguments(Route.MESSAGE_READ, Map.of("ids", "x"), "'cid' field is required."),
                arguments(
                        Route.MESSAGE_READ,
                        Map.of("cid", "nope", "ids", "x"),
                        "\"ids\" must be an array"),
                arguments(Route.MESSAGE_EDIT, Map.of("body", ""), "Message ID not found."),
                arguments(Route.MESSAGE_EDIT, Map.of("id", 5, "body", ""), "Incorrect message ID."),
                arguments(
                        Route.MESSAGE_EDIT,
                        Map.of("id", "nope", "body", ""),
                        "Either message body or attachments required."),
                arguments(
                        Route.MESSAGE_DELETE,
                        Map.of("type", "some", "ids", List.of()),
                        "'cid' field is required."),
                arguments(
                        Route.MESSAGE_DELETE,
                        Map.of("cid", "nope", "ids", List.of()),
                        "Message type missed."),
                arguments(
                        Route.MESSAGE_DELETE,
                        Map.of("cid", "nope", "type", 5, "ids", List.of()),
                        "The type you entered is incorrect."),
                arguments(
                        Route.MESSAGE_DELETE,
                        Map.of("cid", "nope", "type", "all"),
                        "Message ID missed."),
                arguments(
                        Route.MESSAGE_REACTIONS_UPDATE,
                        Map.of("add", LONG),
                        "Incorrect message ID."),
                arguments(
                        Route.MESSAGE_REACTIONS_UPDATE,
                        Map.of("mid", "nope"),
                        "\"value\" must contain at least one of [add, remove]"),
                arguments(Route.MESSAGE_REACTIONS_LIST, Map.of(), "Incorrect message ID."),
                arguments(
                        Route.MESSAGE_DECRYPTION_FAILED,
                        Map.of("ids", List.of()),
                        "'cid' field is required."));
    }

    @ParameterizedTest
    @MethodSource("fieldsInTheirOrder")
    void theFirstFieldAtFaultIsToldBeforeAnythingElse(
            Route route, Map<String, ?> request, String refusal) {
        assertThat(client.ask(route, ann, request).errorText()).isEqualTo(refusal);
    }

    static Stream<Arguments> requestsInAConversation() {
        return Stream.of(
                arguments(Route.SEND_MESSAGE, Map.of("body", "b", "replied_message_id", "nope")),
                arguments(Route.SYSTEM_MESSAGE, Map.of("id", "s", "x", Map.of())),
                arguments(Route.MESSAGE_LIST, Map.of()),
                arguments(Route.MESSAGE_READ, Map.of()),
                arguments(Route.MESSAGE_DELETE, Map.of("type", "all", "ids", List.of("x"))),
                arguments(Route.MESSAGE_DECRYPTION_FAILED, Map.of("ids", List.of("x"))),
                arguments(Route.MESSAGE_SUMMARY, Map.of("filter", "unreads")));
    }

    @ParameterizedTest
    @MethodSource("requestsInAConversation")
    void aConversationMustExistAndIncludeWhoAsks(Route route, Map<String, ?> fields) {
        var team = conversationFixture.begin(group(ann));

        assertThat(refusalOf(route, eve, "nope", fields)).isEqualTo("Conversation not found.");
        assertThat(refusalOf(route, eve, CommandClient.mintedId(), fields))
                .isEqualTo("Conversation not found.");
        assertThat(refusalOf(route, eve, team.id().value(), fields)).isEqualTo("Forbidden.");
    }

    @Test
    void inAChannelEvenAnUnknownReplyIsForbiddenFirst() {
        var news = conversationFixture.begin(conversation("c", ann, eve));
        var fields = Map.of("body", "b", "replied_message_id", "nope");

        assertThat(refusalOf(Route.SEND_MESSAGE, eve, news.id().value(), fields))
                .isEqualTo("Forbidden.");
        assertThat(refusalOf(Route.SEND_MESSAGE, ann, news.id().value(), fields))
                .isEqualTo("Incorrect replied message ID.");
    }

    private String refusalOf(Route route, Caller caller, String cid, Map<String, ?> fields) {
        var request = new HashMap<String, Object>(fields);
        request.put("cid", cid);
        return client.ask(route, caller, request).errorText();
    }

    private static List<String> manyIds(int count) {
        return Stream.generate(CommandClient::mintedId).limit(count).toList();
    }
}

package parlance.message.readstate;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.conversation;
import static parlance.message.People.group;
import static parlance.message.People.person;
import static parlance.message.People.without;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.kit.Outcome;
import parlance.kit.directory.Conversation;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.message.Commands;
import parlance.message.OtherServices;
import parlance.message.Talk;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class MarkReadTest {

    private static CommandClient client;

    @Inject Talk talk;
    @Inject MarkRead markRead;
    @Inject ConversationDirectoryStore directory;
    @Inject ReadStateStore readStates;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private Conversation team;

    @BeforeAll
    static void start() {
        client = CommandClient.start();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @BeforeEach
    void beginTalk() {
        team = talk.begin(group(ann, bob));
    }

    @Test
    void tellsEachAuthorOnceOfWhatIsNewlyRead() {
        var cid = person("cid");
        team = talk.begin(group(ann, bob, cid));
        var annsPhone = client.connect(ann);
        var cidsPhone = client.connect(cid);
        var one = Talk.say(client, ann, team, "one");
        var two = Talk.say(client, ann, team, "two");
        var three = Talk.say(client, cid, team, "three");
        Talk.say(client, bob, team, "own");

        assertThat(read(bob, Map.of()).get("success").asBoolean()).isTrue();
        read(bob, Map.of());

        assertThat(client.awaitPacket(annsPhone, "message_read").get("message_read").toString())
                .isEqualTo(
                        Json.write(ReadPacket.of(team.id(), ids(two, one), bob.userId()))
                                .substring("{\"message_read\":".length())
                                .replaceAll("}}$", "}"));
        assertThat(client.awaitPacket(cidsPhone, "message_read").at("/message_read/ids/0").asText())
                .isEqualTo(three);
        assertThat(readsOf(annsPhone)).hasSize(1);
    }

    @Test
    void theAuthorSeesThatItWasRead() {
        Talk.say(client, ann, team, "one");
        assertThat(statusFor(ann)).isEqualTo("sent");

        read(bob, Map.of());

        assertThat(statusFor(ann)).isEqualTo("read");
    }

    @Test
    void messagesMayBeReadOneByOneInAnyOrder() {
        var one = Talk.say(client, ann, team, "one");
        var two = Talk.say(client, ann, team, "two");
        var three = Talk.say(client, ann, team, "three");

        var last = handle(List.of(three));
        var first = handle(List.of(one, three, "nonsense"));
        var rest = handle(null);

        assertThat(idsIn(last)).containsExactly(three);
        assertThat(idsIn(first)).containsExactly(one);
        assertThat(idsIn(rest)).containsExactly(two);
        assertThat(handle(null).deliveries()).isEmpty();
    }

    @Test
    void whatIsReadWithoutGapsIsOneCursor() {
        var one = Talk.say(client, ann, team, "one");
        Talk.say(client, bob, team, "own");
        var three = Talk.say(client, ann, team, "three");

        handle(List.of(three));
        handle(List.of(one));

        var state = readStates.get(team.id(), bob.userId()).state();
        assertThat(state.upTo()).isEqualTo(3);
        assertThat(state.beyond()).isEmpty();
    }

    @Test
    void aReplayTellsTheSameAgainAlsoAfterTheReaderHasLeft() {
        var one = Talk.say(client, ann, team, "one");
        var command =
                Commands.from(
                        bob, Route.MESSAGE_READ, new MarkRead.Request(team.id().value(), null));
        var first = markRead.handle(command);
        directory.save(without(team, bob));

        var second = markRead.handle(command);

        assertThat(idsIn(first)).containsExactly(one);
        assertThat(idsIn(second)).containsExactly(one);
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        var channel = talk.begin(conversation("c", ann, bob));

        assertThat(refusal(bob, Map.of())).isEqualTo("'cid' field is required.");
        assertThat(refusal(bob, Map.of("cid", "nope"))).isEqualTo("Conversation not found.");
        assertThat(refusal(person("eve"), Map.of("cid", team.id()))).isEqualTo("Forbidden.");
        assertThat(refusal(bob, Map.of("cid", channel.id()))).isEqualTo("Forbidden.");
    }

    private Outcome handle(List<String> ids) {
        return markRead.handle(
                Commands.from(
                        bob,
                        Route.MESSAGE_READ,
                        new MarkRead.Request(
                                team.id().value(),
                                ids == null ? null : ids.stream().map(MessageId::new).toList())));
    }

    private static List<MessageId> ids(String... ids) {
        return List.of(ids).stream().map(MessageId::new).toList();
    }

    private static List<String> idsIn(Outcome outcome) {
        return outcome.deliveries().stream()
                .flatMap(delivery -> ((ReadPacket) delivery.packet()).body().ids().stream())
                .map(MessageId::value)
                .toList();
    }

    private String statusFor(Caller author) {
        return Talk.list(client, author, team, Map.of()).getFirst().get("status").asText();
    }

    private static List<JsonNode> readsOf(parlance.contracts.ConnectionId connection) {
        return client.packetsTo(connection).stream().filter(p -> p.has("message_read")).toList();
    }

    private JsonNode read(Caller reader, Map<String, Object> fields) {
        var request = new java.util.HashMap<>(fields);
        request.put("cid", team.id());
        return client.ask(Route.MESSAGE_READ, reader, request).response();
    }

    private static String refusal(Caller caller, Object request) {
        return client.ask(Route.MESSAGE_READ, caller, request).errorText();
    }
}

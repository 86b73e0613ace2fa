package parlance.message.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;
import static parlance.message.People.without;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.contracts.message.MessageEvent.MessagesDeleted;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.Commands;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class DeleteMessagesTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;
    @Inject DeleteMessages deleteMessages;
    @Inject ConversationDirectoryStore directory;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private DirectoryConversation team;

    @BeforeEach
    void beginTalk() {
        team = conversationFixture.begin(group(ann, bob));
    }

    @Test
    void forMyselfHidesItFromMeAlone() {
        var mid = ConversationFixture.say(client, ann, team, "one");
        var bobsPhone = client.connect(bob);

        var answer = delete(ann, "myself", mid);

        assertThat(answer.get("success").asBoolean()).isTrue();
        assertThat(ConversationFixture.list(client, ann, team, Map.of())).isEmpty();
        assertThat(ConversationFixture.list(client, bob, team, Map.of())).hasSize(1);
        assertThat(client.packetsTo(bobsPhone)).isEmpty();
    }

    @Test
    void forAllItIsGoneAndEverybodyIsTold() {
        var one = ConversationFixture.say(client, ann, team, "one");
        ConversationFixture.say(client, ann, team, "two");
        var annsTablet = client.connect(ann);

        delete(bob, "all", one, "nonsense");

        assertThat(
                        client.awaitPacket(annsTablet, "message_delete")
                                .get("message_delete")
                                .toString())
                .isEqualTo(
                        "{\"cid\":\"%s\",\"ids\":[\"%s\"],\"type\":\"all\",\"from\":\"%s\",\"c_type\":\"g\"}"
                                .formatted(team.id(), one, bob.userId()));
        assertThat(ConversationFixture.list(client, ann, team, Map.of()))
                .extracting(message -> message.get("body").asText())
                .containsExactly("two");
    }

    @Test
    void aReplayTellsTheSameAgainAndAnotherDeleteNothing() {
        var mid = ConversationFixture.say(client, ann, team, "one");
        var request =
                new DeleteMessages.Request(team.id().value(), "all", List.of(new MessageId(mid)));
        var command = Commands.from(ann, Route.MESSAGE_DELETE, request);
        var first = deleteMessages.handle(command);
        directory.save(without(team, ann));

        var replayed = deleteMessages.handle(command);
        var another = deleteMessages.handle(Commands.from(bob, Route.MESSAGE_DELETE, request));

        assertThat(first.events())
                .containsExactly(
                        new MessagesDeleted(
                                team.id(),
                                team.organizationId(),
                                List.of(new MessageId(mid)),
                                ann.userId(),
                                command.acceptedAt()));
        assertThat(replayed.events()).isEqualTo(first.events());
        assertThat(another.events()).isEmpty();
        assertThat(Json.write(replayed.deliveries().getFirst().packet()))
                .isEqualTo(Json.write(first.deliveries().getFirst().packet()));
        assertThat(another.deliveries()).isEmpty();
    }

    @Test
    void aResendOfWhatWasDeletedDoesNotBringItBack() {
        var request = Map.of("id", "m1", "cid", team.id(), "body", "one");
        var ack = client.ask(Route.SEND_MESSAGE, ann, request).packet();
        delete(ann, "all", ack.at("/ack/server_mid").asText());

        var again = client.ask(Route.SEND_MESSAGE, ann, request).packet();

        assertThat(again).isEqualTo(ack);
        assertThat(ConversationFixture.list(client, bob, team, Map.of())).isEmpty();
    }

    @Test
    void messagesOfOtherConversationsStay() {
        var other = conversationFixture.begin(group(ann, bob));
        var elsewhere = ConversationFixture.say(client, ann, other, "elsewhere");

        delete(ann, "all", elsewhere);

        assertThat(ConversationFixture.list(client, ann, other, Map.of())).hasSize(1);
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        assertThat(refusal(ann, Map.of())).isEqualTo("'cid' field is required.");
        assertThat(refusal(ann, Map.of("cid", team.id()))).isEqualTo("Message type missed.");
        assertThat(refusal(ann, Map.of("cid", team.id(), "type", "some")))
                .isEqualTo("The type you entered is incorrect.");
        assertThat(refusal(ann, Map.of("cid", team.id(), "type", "all", "ids", List.of())))
                .isEqualTo("Message ID missed.");
        assertThat(refusal(ann, Map.of("cid", "nope", "type", "all", "ids", List.of("x"))))
                .isEqualTo("Conversation not found.");
        assertThat(
                        refusal(
                                person("eve"),
                                Map.of("cid", team.id(), "type", "all", "ids", List.of("x"))))
                .isEqualTo("Forbidden.");
    }

    private JsonNode delete(Caller caller, String type, String... ids) {
        return client.ask(
                        Route.MESSAGE_DELETE,
                        caller,
                        Map.of("cid", team.id(), "type", type, "ids", List.of(ids)))
                .response();
    }

    private String refusal(Caller caller, Object request) {
        return client.ask(Route.MESSAGE_DELETE, caller, request).errorText();
    }
}

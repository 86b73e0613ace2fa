package parlance.message.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;
import static parlance.message.People.without;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.contracts.message.MessageEvent.ReactionsChanged;
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
class UpdateReactionsTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;
    @Inject UpdateReactions updateReactions;
    @Inject ConversationDirectoryStore directory;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private DirectoryConversation team;

    @BeforeEach
    void beginTalk() {
        team = conversationFixture.begin(group(ann, bob));
    }

    @Test
    void tellsWhatReallyChangedAndListsIt() {
        var mid = ConversationFixture.say(client, ann, team, "one");
        var annsPhone = client.connect(ann);

        update(bob, Map.of("mid", mid, "add", "+1"));
        update(bob, Map.of("mid", mid, "add", "+1"));
        update(bob, Map.of("mid", mid, "add", "$.x", "remove", "nothing"));

        assertThat(client.packetsTo(annsPhone))
                .extracting(packet -> packet.get("message_reactions_update").toString())
                .containsExactly(event(mid, "\"add\":\"+1\""), event(mid, "\"add\":\"$.x\""));
        assertThat(
                        ConversationFixture.list(client, bob, team, Map.of())
                                .getFirst()
                                .get("reactions")
                                .toString())
                .isEqualTo("{\"own\":[\"$.x\",\"+1\"],\"total\":{\"$.x\":1,\"+1\":1}}");
        update(bob, Map.of("mid", mid, "remove", "+1"));
        update(bob, Map.of("mid", mid, "remove", "$.x"));
        assertThat(
                        ConversationFixture.list(client, bob, team, Map.of())
                                .getFirst()
                                .get("reactions")
                                .toString())
                .isEqualTo("{}");
    }

    @Test
    void aReplayTellsTheSameAgainAlsoAfterTheReactingOneHasLeft() {
        var mid = ConversationFixture.say(client, ann, team, "one");
        var command =
                Commands.from(
                        bob,
                        Route.MESSAGE_REACTIONS_UPDATE,
                        new UpdateReactions.Request(mid, "+1", null));

        var first = updateReactions.handle(command);
        directory.save(without(team, bob));
        var second = updateReactions.handle(command);

        assertThat(Json.write(second.deliveries().getFirst().packet()))
                .isEqualTo(Json.write(first.deliveries().getFirst().packet()));
        assertThat(first.events())
                .containsExactly(
                        new ReactionsChanged(
                                team.id(),
                                team.organizationId(),
                                new MessageId(mid),
                                bob.userId(),
                                "+1",
                                null,
                                command.acceptedAt()));
        assertThat(second.events()).isEqualTo(first.events());
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        var mid = ConversationFixture.say(client, ann, team, "one");

        assertThat(refusal(bob, Map.of("add", "+1"))).isEqualTo("Incorrect message ID.");
        assertThat(refusal(bob, Map.of("mid", mid)))
                .isEqualTo("\"value\" must contain at least one of [add, remove]");
        assertThat(refusal(bob, Map.of("mid", mid, "add", "x".repeat(11)))).contains("\"add\"");
        assertThat(refusal(bob, Map.of("mid", "nope", "add", "+1")))
                .isEqualTo("Message ID not found.");
        assertThat(refusal(person("eve"), Map.of("mid", mid, "add", "+1"))).isEqualTo("Forbidden.");
    }

    private String event(String mid, String change) {
        return "{\"mid\":\"%s\",\"cid\":\"%s\",\"c_type\":\"g\",\"from\":\"%s\",%s}"
                .formatted(mid, team.id(), bob.userId(), change);
    }

    private void update(Caller caller, Object request) {
        assertThat(
                        client.ask(Route.MESSAGE_REACTIONS_UPDATE, caller, request)
                                .response()
                                .get("success")
                                .asBoolean())
                .isTrue();
    }

    private String refusal(Caller caller, Object request) {
        return client.ask(Route.MESSAGE_REACTIONS_UPDATE, caller, request).errorText();
    }
}

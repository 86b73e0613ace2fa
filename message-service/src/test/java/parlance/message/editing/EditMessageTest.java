package parlance.message.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;
import static parlance.message.People.without;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.MessageId;
import parlance.contracts.Route;
import parlance.contracts.message.MessageEvent.MessageEdited;
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
class EditMessageTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;
    @Inject EditMessage editMessage;
    @Inject ConversationDirectoryStore directory;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private DirectoryConversation team;

    @BeforeEach
    void beginTalk() {
        team = conversationFixture.begin(group(ann, bob));
    }

    @Test
    void everybodyButTheSendingConnectionSeesTheNewBody() {
        var bobsPhone = client.connect(bob);
        var mid = ConversationFixture.say(client, ann, team, "helo");

        var answer = client.ask(Route.MESSAGE_EDIT, ann, Map.of("id", mid, "body", "hello"));

        assertThat(answer.response().get("success").asBoolean()).isTrue();
        assertThat(client.awaitPacket(bobsPhone, "message_edit").get("message_edit").toString())
                .isEqualTo(
                        "{\"id\":\"%s\",\"body\":\"hello\",\"from\":\"%s\",\"cid\":\"%s\",\"c_type\":\"g\"}"
                                .formatted(mid, ann.userId(), team.id()));
        var message = listed();
        assertThat(message.get("body").asText()).isEqualTo("hello");
        assertThat(Instant.parse(message.get("updated_at").asText()))
                .isAfter(Instant.parse(message.get("created_at").asText()));
    }

    @Test
    void aReplayTellsTheSameAgainAndAnOlderEditIsNothing() {
        var mid = ConversationFixture.say(client, ann, team, "one");
        var older = Commands.from(ann, Route.MESSAGE_EDIT, new EditMessage.Request(mid, "two"));
        var newer = Commands.from(ann, Route.MESSAGE_EDIT, new EditMessage.Request(mid, "three"));

        var first = editMessage.handle(newer);
        directory.save(without(team, ann));
        var again = editMessage.handle(newer);
        directory.save(
                new DirectoryConversation(
                        team.id(),
                        team.organizationId(),
                        9,
                        team.type(),
                        team.name(),
                        team.ownerId(),
                        team.participants()));
        var late = editMessage.handle(older);

        assertThat(first.events())
                .containsExactly(
                        new MessageEdited(
                                team.id(),
                                team.organizationId(),
                                new MessageId(mid),
                                ann.userId(),
                                newer.acceptedAt()));
        assertThat(again.events()).isEqualTo(first.events());
        assertThat(late.events()).isEmpty();
        assertThat(Json.write(again.deliveries().getFirst().packet()))
                .isEqualTo(Json.write(first.deliveries().getFirst().packet()));
        assertThat(late.deliveries()).isEmpty();
        assertThat(listed().get("body").asText()).isEqualTo("three");
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        var mid = ConversationFixture.say(client, ann, team, "mine");

        assertThat(refusal(bob, Map.of("id", mid, "body", "his"))).isEqualTo("Forbidden.");
        assertThat(refusal(person("eve"), Map.of("id", mid, "body", "hers")))
                .isEqualTo("Forbidden.");
        assertThat(refusal(ann, Map.of("body", "x"))).isEqualTo("Message ID not found.");
        assertThat(refusal(ann, Map.of("id", "nope", "body", "x")))
                .isEqualTo("Message ID not found.");
        assertThat(refusal(ann, Map.of("id", 5, "body", "x"))).isEqualTo("Incorrect message ID.");
        assertThat(refusal(ann, Map.of("id", mid, "body", "")))
                .isEqualTo("Either message body or attachments required.");
        assertThat(refusal(ann, Map.of("id", mid)))
                .isEqualTo("Either message body or attachments required.");
    }

    private JsonNode listed() {
        return ConversationFixture.list(client, bob, team, Map.of()).getFirst();
    }

    private String refusal(Caller caller, Object request) {
        return client.ask(Route.MESSAGE_EDIT, caller, request).errorText();
    }
}

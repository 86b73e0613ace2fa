package parlance.message.system;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class SendSystemMessageTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private DirectoryConversation team;

    @BeforeEach
    void beginTalk() {
        team = conversationFixture.begin(group(ann, bob));
    }

    @Test
    void reachesAConversationAndIsNotKept() {
        var bobsPhone = client.connect(bob);

        var answer =
                client.ask(
                        Route.SYSTEM_MESSAGE,
                        ann,
                        Map.of("id", "s1", "cid", team.id(), "x", Map.of("call", 1)));

        var seconds = answer.packet().at("/ask/t").asLong();
        assertThat(answer.packet().toString())
                .isEqualTo(
                        "{\"ask\":{\"mid\":\"s1\",\"t\":%1$d},\"ack\":{\"mid\":\"s1\",\"t\":%1$d}}"
                                .formatted(seconds));
        assertThat(client.awaitPacket(bobsPhone, "system_message").toString())
                .isEqualTo(
                        "{\"system_message\":{\"_id\":\"s1\",\"t\":%d,\"from\":\"%s\",\"x\":{\"call\":1},\"cid\":\"%s\"}}"
                                .formatted(seconds, ann.userId(), team.id()));
        assertThat(ConversationFixture.list(client, ann, team, Map.of())).isEmpty();
    }

    @Test
    void reachesPeople() {
        var bobsPhone = client.connect(bob);

        client.ask(
                Route.SYSTEM_MESSAGE,
                ann,
                Map.of("id", "s1", "uids", List.of(bob.userId(), "nonsense"), "x", Map.of()));

        assertThat(
                        client.awaitPacket(bobsPhone, "system_message")
                                .at("/system_message/_id")
                                .asText())
                .isEqualTo("s1");
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        var x = Map.of("a", 1);
        assertThat(refusal(ann, Map.of("x", x))).isEqualTo("Incorrect message ID.");
        assertThat(refusal(ann, Map.of("id", "1", "x", x)))
                .isEqualTo("'cid' or 'uids' field is required.");
        assertThat(refusal(ann, Map.of("id", "1", "cid", team.id(), "uids", List.of("u"), "x", x)))
                .isEqualTo("'cid' or 'uids' field is required.");
        assertThat(refusal(ann, Map.of("id", "1", "cid", team.id())))
                .isEqualTo("'x' field is required.");
        assertThat(
                        refusal(
                                ann,
                                Map.of(
                                        "id",
                                        "1",
                                        "uids",
                                        java.util.Collections.nCopies(21, "u"),
                                        "x",
                                        x)))
                .isEqualTo("'uids' max length 20");
        assertThat(refusal(ann, Map.of("id", "1", "cid", "nope", "x", x)))
                .isEqualTo("Conversation not found.");
        assertThat(refusal(person("eve"), Map.of("id", "1", "cid", team.id(), "x", x)))
                .isEqualTo("Forbidden.");
    }

    private String refusal(Caller caller, Object request) {
        return client.ask(Route.SYSTEM_MESSAGE, caller, request)
                .packet()
                .findPath("message")
                .asText();
    }
}

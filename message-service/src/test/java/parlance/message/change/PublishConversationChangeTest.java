package parlance.message.change;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.ids;
import static parlance.message.People.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.contracts.Absent;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.message.Commands;
import parlance.message.OtherServices;
import parlance.message.head.HeadStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class PublishConversationChangeTest {

    @Inject PublishConversationChange publish;
    @Inject HeadStore heads;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private final ConversationId cid = new ConversationId(CommandClient.mintedId());

    @Test
    void theAnswerComesFirstThenTheStepsInOrder() {
        try (var client = CommandClient.start()) {
            var bobsPhone = client.connect(bob);

            var answer =
                    client.ask(
                            Route.PUBLISH_CONVERSATION_CHANGE,
                            ann,
                            change(1, notice("created"), said("Bob has been added"), notice("x")));

            assertThat(answer.response().get("conversation").asText()).isEqualTo("Team");
            client.awaitPacket(bobsPhone, "x");
            assertThat(client.packetsTo(bobsPhone))
                    .extracting(packet -> packet.fieldNames().next())
                    .containsExactly("created", "message", "x");
            var message = client.packetsTo(bobsPhone).get(1).get("message");
            assertThat(message.get("status").asText()).isEqualTo("sent");
            assertThat(message.get("c_type").asText()).isEqualTo("g");
            assertThat(message.at("/x/type").asText()).isEqualTo("added_participant");
        }
    }

    @Test
    void whoJoinedIsARecipientFromHereOn() {
        publish.handle(command(change(7)));

        assertThat(heads.find(Set.of(cid)).get(cid).published()).isEqualTo(7);

        publish.handle(command(change(6)));

        assertThat(heads.find(Set.of(cid)).get(cid).published()).isEqualTo(7);
    }

    @Test
    void aReplayPublishesTheSameAgain() {
        var command = command(change(1, notice("created"), said("Bob has been added")));

        var first = publish.handle(command);
        var second = publish.handle(command);

        assertThat(textOf(second)).isEqualTo(textOf(first));
        assertThat(heads.find(Set.of(cid)).get(cid).seq()).isEqualTo(1);
    }

    @Test
    void aChangeThatIsHandedOverTwiceIsAnsweredButNotShownAgain() {
        var command = command(change(1, notice("created"), said("Bob has been added")));
        var first = publish.handle(command);

        var doubled = publish.handle(Commands.doubled(command));

        assertThat(doubled.reply()).isEqualTo(first.reply());
        assertThat(doubled.deliveries()).isEmpty();
        assertThat(heads.find(Set.of(cid)).get(cid).seq()).isEqualTo(1);
    }

    @Test
    void aLongChangeComesInPartsEachOnce() {
        var first = command(part(0, 1, notice("created"), said("Bob has been added")));
        var second = partOf(first, part(1, 1, said("Cid has been added")));

        publish.handle(first);
        var rest = publish.handle(second);
        var doubled = publish.handle(Commands.doubled(second));

        assertThat(rest.reply()).isInstanceOf(Outcome.Reply.None.class);
        assertThat(textOf(rest)).singleElement().asString().contains("Cid has been added");
        assertThat(doubled.deliveries()).isEmpty();
        assertThat(heads.find(Set.of(cid)).get(cid).seq()).isEqualTo(2);
    }

    private static Command<ConversationChange> partOf(
            Command<ConversationChange> first, ConversationChange part) {
        return Commands.with(part, Commands.doubled(first));
    }

    private Command<ConversationChange> command(ConversationChange change) {
        return Commands.from(ann, Route.PUBLISH_CONVERSATION_CHANGE, change);
    }

    private ConversationChange change(long version, Step... steps) {
        return part(0, version, steps);
    }

    private ConversationChange part(int number, long version, Step... steps) {
        return new ConversationChange(
                cid,
                "g",
                version,
                number,
                number == 0 ? new RawJson("{\"conversation\":\"Team\"}") : null,
                ids(ann, bob),
                List.of(steps));
    }

    private Notice notice(String name) {
        return new Notice(
                ids(ann, bob),
                new RawJson("{\"" + name + "\":{}}"),
                true,
                ann.userId(),
                Set.of(Absent.LOG));
    }

    private Said said(String body) {
        return new Said(ann.userId(), body, new RawJson("{\"type\":\"added_participant\"}"));
    }

    private static List<String> textOf(Outcome outcome) {
        return outcome.deliveries().stream().map(d -> Json.write(d.packet())).toList();
    }
}

package parlance.message.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.group;
import static parlance.message.People.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.KeyHash;
import parlance.contracts.MessageId;
import parlance.contracts.PreassignedId;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.kit.Command;
import parlance.kit.Effect;
import parlance.kit.Effect.Forward;
import parlance.kit.directory.DirectoryConversation;
import parlance.message.Commands;
import parlance.message.ConversationFixture;
import parlance.message.OtherServices;
import parlance.message.document.HistoryFixture;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

/** Messages that were migrated from elsewhere, with ids that lead nowhere. */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class MigratedMessageRoutingTest {

    private static final int PARTITIONS = 3;

    private final CommandClient client = CommandClient.shared();

    @Inject ConversationFixture conversationFixture;
    @Inject HistoryFixture historyFixture;
    @Inject EditMessage editMessage;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private DirectoryConversation team;
    private MessageId migrated;

    @BeforeEach
    void migrate() {
        team = conversationFixture.begin(group(ann, bob));
        migrated = idThatLeadsElsewhere();
        historyFixture.saysUnder(migrated.value(), team, ann);
    }

    @Test
    void editsAreDoneInOrderAmongTheConversationsOtherCommandsAndAnsweredOnce() {
        var bobsPhone = client.connect(bob);
        var first = edit("two");
        var second = edit("three");

        var answer = client.awaitAnswer(first);
        assertThat(answer.response().get("success").asBoolean()).isTrue();
        client.awaitAnswer(second);

        assertThat(client.packetsTo(bobsPhone))
                .extracting(packet -> packet.at("/message_edit/body").asText())
                .containsExactly("two", "three");
        assertThat(listed().get("body").asText()).isEqualTo("three");
        try (var commands = client.view(Topic.MESSAGE_COMMANDS)) {
            assertThat(
                            commands.all(seen ->
                                    seen.has(RecordHeaderNames.COMMAND, "message_edit")
                                            && team.id().value().equals(seen.key())))
                    .extracting(seen -> seen.value().get("body").asText())
                    .containsExactly("two", "three");
        }
        try (var inbox = client.view(Topic.GATEWAY_INBOX)) {
            var instance = answer.inboxRecord().headers().get(RecordHeaderNames.INSTANCE);
            assertThat(
                            inbox.all(seen ->
                                    seen.has(RecordHeaderNames.INSTANCE, instance)
                                            && seen.has(RecordHeaderNames.CORRELATION, first)))
                    .hasSize(1);
        }
    }

    @Test
    void reactionsToThemAreDoneThereToo() {
        var annsPhone = client.connect(ann);

        client.ask(Route.MESSAGE_REACTIONS_UPDATE, bob, Map.of("mid", migrated, "add", "+1"));

        assertThat(client.packetsTo(annsPhone))
                .extracting(packet -> packet.at("/message_reactions_update/add").asText())
                .containsExactly("+1");
    }

    @Test
    void onAnyOtherPartitionACommandIsSentOnAndNothingElse() {
        var command = Commands.on(elsewhere(), editTo("two"));

        var handlerResult = editMessage.handle(command);

        assertThat(handlerResult.reply()).isInstanceOf(Effect.Reply.None.class);
        assertThat(handlerResult.forwards())
                .containsExactly(
                        new Forward(Route.MESSAGE_EDIT, team.id().value(), command.request()));
        assertThat(listed().get("body").asText()).isEqualTo("message 1");
    }

    @Test
    void whatIsSentOnTwiceIsDoneOnce() {
        var first = Commands.on(home(), editTo("two"));
        var doubled = Commands.on(home(), first);
        var later = Commands.on(home(), editTo("three"));

        var done = editMessage.handle(first);
        editMessage.handle(later);
        var again = editMessage.handle(doubled);
        var replayed = editMessage.handle(first);

        assertThat(done.deliveries()).hasSize(1);
        assertThat(again.reply()).isInstanceOf(Effect.Reply.None.class);
        assertThat(again.deliveries()).isEmpty();
        assertThat(replayed.deliveries()).hasSize(1);
        assertThat(listed().get("body").asText()).isEqualTo("three");
    }

    private String edit(String body) {
        return client.send(
                Route.MESSAGE_EDIT,
                ann,
                Map.of("id", migrated, "body", body),
                CommandClient.mintedId(migrated.value()));
    }

    private Command<EditMessage.Request> editTo(String body) {
        var request = new EditMessage.Request(migrated.value(), body);
        return Commands.from(ann, Route.MESSAGE_EDIT, request);
    }

    private JsonNode listed() {
        return ConversationFixture.list(client, bob, team, Map.of()).getFirst();
    }

    private int home() {
        return KeyHash.of(team.id().value()).partition(PARTITIONS);
    }

    private int elsewhere() {
        return (home() + 1) % PARTITIONS;
    }

    private MessageId idThatLeadsElsewhere() {
        while (true) {
            var id = CommandClient.mintedId();
            if (PreassignedId.keyHashOf(id).orElseThrow().partition(PARTITIONS) == elsewhere()) {
                return new MessageId(id);
            }
        }
    }
}

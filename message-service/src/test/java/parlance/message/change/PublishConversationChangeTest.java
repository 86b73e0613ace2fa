package parlance.message.change;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.ids;
import static parlance.message.People.person;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.Json;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.contracts.message.MessageEvent.MessageSent;
import parlance.kit.Command;
import parlance.kit.Effect;
import parlance.kit.HandlerResult;
import parlance.message.Commands;
import parlance.message.OtherServices;
import parlance.message.tail.ConversationTail;
import parlance.message.tail.ConversationTailStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class PublishConversationChangeTest {

    @Inject PublishConversationChange publish;
    @Inject ConversationTailStore heads;

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
    void tellsTheOtherServicesOfEachParticipantMessage() {
        var command = command(change(1, notice("created"), said("Bob has been added")));

        var first = publish.handle(command);

        assertThat(first.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        MessageSent.class,
                        sent -> {
                            assertThat(sent.conversationId()).isEqualTo(cid);
                            assertThat(sent.organizationId()).isEqualTo(ann.organizationId());
                            assertThat(sent.author()).isEqualTo(ann.userId());
                        });
        assertThat(publish.handle(command).events()).isEqualTo(first.events());
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
    void oneThatIsThereAlreadyHasMovedWithItsMessages() {
        var changedAt = Instant.parse("2026-01-01T12:00:00Z");
        var shown = "{\"_id\":\"%s\",\"updated_at\":\"2026-01-01T12:00:00.000Z\"}".formatted(cid);
        var created = "{\"system_message\":{\"x\":{\"conversation_created\":%s}}}".formatted(shown);
        var change =
                new ConversationChange(
                        cid,
                        ann.organizationId(),
                        "u",
                        1,
                        0,
                        new RawJson("{\"conversation\":" + shown + "}"),
                        List.of(),
                        List.of(new Notice(ids(bob), new RawJson(created), true, null, Set.of())),
                        changedAt);

        var before = publish.handle(command(change));
        heads.advance(
                List.of(new ConversationTail(cid, 1, Instant.parse("2035-01-01T10:00:00Z"), 0)));
        var after = publish.handle(command(change));

        assertThat(Json.write(((Effect.Reply.Body) before.reply()).body()))
                .contains("\"updated_at\":\"2026-01-01T12:00:00.000Z\"");
        assertThat(Json.write(((Effect.Reply.Body) after.reply()).body()))
                .contains("\"updated_at\":\"2035-01-01T10:00:00.000Z\"");
        assertThat(textOf(after).getFirst())
                .contains("\"updated_at\":\"2035-01-01T10:00:00.000Z\"");
    }

    @Test
    void whoIsAddedIsShownTheLastMessage() {
        var packet = "{\"system_message\":{\"x\":{\"conversation_updated\":{\"name\":\"Team\"}}}}";
        publish.handle(command(change(1, said("Cid has been added"))));

        var outcome =
                publish.handle(
                        command(
                                change(
                                        2,
                                        new Notice(
                                                ids(bob),
                                                new RawJson(packet),
                                                false,
                                                null,
                                                Set.of(),
                                                bob.userId()))));

        assertThat(textOf(outcome).getFirst())
                .contains("\"last_message\":{", "\"body\":\"Cid has been added\"");
    }

    @Test
    void aLongChangeComesInPartsEachOnce() {
        var first = command(part(0, 1, notice("created"), said("Bob has been added")));
        var second = partOf(first, part(1, 1, said("Cid has been added")));

        publish.handle(first);
        var rest = publish.handle(second);
        var doubled = publish.handle(Commands.doubled(second));

        assertThat(rest.reply()).isInstanceOf(Effect.Reply.None.class);
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
                ann.organizationId(),
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
                Set.of(OfflinePolicy.LOG));
    }

    private Said said(String body) {
        return new Said(ann.userId(), body, new RawJson("{\"type\":\"added_participant\"}"));
    }

    private static List<String> textOf(HandlerResult handlerResult) {
        return handlerResult.deliveries().stream().map(d -> Json.write(d.packet())).toList();
    }
}

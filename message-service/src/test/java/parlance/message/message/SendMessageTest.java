package parlance.message.message;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.conversation;
import static parlance.message.People.group;
import static parlance.message.People.person;
import static parlance.message.People.without;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.MessageId;
import parlance.contracts.Position;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.directory.BlockListStore;
import parlance.kit.directory.Conversation;
import parlance.kit.directory.Conversation.Participant;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.message.Commands;
import parlance.message.OtherServices;
import parlance.message.head.HeadStore;
import parlance.message.message.Message.Cause;
import parlance.message.message.Message.Content;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class SendMessageTest {

    private final CommandClient client = CommandClient.shared();

    @Inject SendMessage sendMessage;
    @Inject ConversationDirectoryStore directory;
    @Inject BlockListStore blockLists;
    @Inject HeadStore heads;
    @Inject MessageStore messages;

    @ConfigProperty(name = "parlance.conversation.url")
    URI conversationService;

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");

    @Test
    void acksUnderBothNamesAndDeliversTheMessageToTheOthers() {
        var team = published(group(ann, bob));
        var bobsPhone = client.connect(bob);
        var mintedId = CommandClient.mintedId();

        var answer =
                client.ask(
                        Route.SEND_MESSAGE,
                        ann,
                        Map.of("id", "m1", "cid", team.id(), "body", "hi"),
                        mintedId);

        var delivered = client.awaitPacket(bobsPhone, "message").get("message");
        assertThat(fieldsOf(answer.packet())).containsExactly("ask", "ack");
        assertThat(answer.packet().get("ask").toString())
                .isEqualTo(
                        "{\"mid\":\"m1\",\"server_mid\":\"%s\",\"t\":%d,\"modified\":null,\"bot_message\":null}"
                                .formatted(mintedId, delivered.get("t").asLong()));
        assertThat(answer.packet().get("ack")).isEqualTo(answer.packet().get("ask"));
        assertThat(fieldsOf(delivered))
                .containsExactly(
                        "_id",
                        "cid",
                        "c_type",
                        "from",
                        "t",
                        "body",
                        "x",
                        "created_at",
                        "updated_at");
        assertThat(delivered.get("_id").asText()).isEqualTo(mintedId);
        assertThat(delivered.get("from").asText()).isEqualTo(ann.userId().value());
        assertThat(delivered.get("x").toString()).isEqualTo("{}");
        assertThat(delivered.get("updated_at")).isEqualTo(delivered.get("created_at"));
    }

    @Test
    void aMessageOfManyComesInOrderAndOnce() {
        var team = published(group(ann, bob));
        var bobsPhone = client.connect(bob);
        var asked =
                IntStream.range(0, 200)
                        .mapToObj(i ->
                                client.send(
                                        Route.SEND_MESSAGE,
                                        i % 2 == 0 ? ann : bob,
                                        Map.of("cid", team.id(), "body", "" + i),
                                        CommandClient.mintedId()))
                        .toList();

        asked.forEach(client::awaitAnswer);

        assertThat(client.packetsTo(bobsPhone))
                .extracting(packet -> packet.get("message").get("body").asInt())
                .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
    }

    @Test
    void aReplayGivesTheSameAckAndPacketAgainAlsoToWhomWasKickedMeanwhile() {
        var team = published(group(ann, bob));
        var command = saying("m1", team);
        var first = sendMessage.handle(List.of(command)).getFirst();
        directory.save(without(team, ann));

        var second = sendMessage.handle(List.of(command)).getFirst();

        assertThat(second.reply()).isEqualTo(first.reply());
        assertThat(packetsOf(second)).isEqualTo(packetsOf(first));
        assertThat(second.deliveries().getFirst().recipients()).containsExactly(bob.userId());
    }

    @Test
    void aResendIsAckedAsTheFirstTimeAndDeliveredToNobody() {
        var team = published(group(ann, bob));
        var command = saying("m1", team);
        var first = sendMessage.handle(List.of(command)).getFirst();

        var again = sendMessage.handle(List.of(Commands.again(command))).getFirst();

        assertThat(again.reply()).isEqualTo(first.reply());
        assertThat(again.deliveries()).isEmpty();
    }

    @Test
    void aPlaceThatIsTakenAlreadyIsLeftToWhoHasIt() {
        var team = published(group(ann, bob));
        // Another replica has stored it, and died before it moved the head on.
        messages.addAll(List.of(messageIn(team, 1)));

        var outcomes = sendMessage.handle(List.of(saying("m1", team), saying("m2", team)));

        assertThat(outcomes).allMatch(outcome -> outcome.deliveries().size() == 1);
        assertThat(heads.get(team.id()).seq()).isEqualTo(3);
    }

    @Test
    void aNewcomerHearsOfTheConversationBeforeItsMessages() {
        var team = group(ann, bob);
        directory.save(team);

        var before = sendMessage.handle(List.of(saying("m1", team))).getFirst();
        heads.publish(team.id(), 1);
        var after = sendMessage.handle(List.of(saying("m2", team))).getFirst();

        assertThat(before.deliveries().getFirst().recipients()).isEmpty();
        assertThat(after.deliveries().getFirst().recipients())
                .containsExactlyInAnyOrder(ann.userId(), bob.userId());
    }

    @Test
    void whatTheDirectoryLacksItsOwnerIsAskedFor() throws Exception {
        var team = group(ann, bob);
        heads.publish(team.id(), 1);
        conversationServiceAnswers("/internal/conversations/" + team.id() + "/directory", team);

        var outcome = sendMessage.handle(List.of(saying("m1", team))).getFirst();

        assertThat(outcome.deliveries().getFirst().recipients())
                .containsExactlyInAnyOrder(ann.userId(), bob.userId());
    }

    @Test
    void whoHasLeftAPrivateConversationIsBroughtBackFirst() throws Exception {
        var pair = conversation("u", ann, bob);
        pair.participants().put(bob.userId(), new Participant(3, false));
        directory.save(atVersion(3, pair));
        heads.publish(pair.id(), 1);
        conversationServiceAnswers(
                "/internal/conversations/" + pair.id() + "/pair/restore",
                Map.of("packet", Map.of("system_message", "created")));
        var command = saying("m1", pair);

        var first = sendMessage.handle(List.of(command)).getFirst();
        var replayed = sendMessage.handle(List.of(command)).getFirst();
        var next = sendMessage.handle(List.of(saying("m2", pair))).getFirst();

        assertThat(first.deliveries().get(0).recipients()).containsExactly(bob.userId());
        assertThat(packetsOf(first).getFirst()).isEqualTo("{\"system_message\":\"created\"}");
        assertThat(first.deliveries().get(1).recipients())
                .containsExactlyInAnyOrder(ann.userId(), bob.userId());
        assertThat(packetsOf(replayed)).isEqualTo(packetsOf(first));
        assertThat(next.deliveries()).hasSize(1);
    }

    @Test
    void whoIsBlockedMayNotWriteNorMayWhoBlocks() {
        var pair = published(conversation("u", ann, bob));
        blockLists.save(bob.userId(), 1, List.of(ann.userId()));
        var request = Map.of("cid", pair.id(), "body", "hi");

        assertThat(refusal(ann, request)).startsWith("Communication is not possible");
        assertThat(refusal(bob, request)).startsWith("Communication is not possible");

        blockLists.save(bob.userId(), 2, List.of());

        assertThat(client.ask(Route.SEND_MESSAGE, ann, request).packet().has("ack")).isTrue();
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        var team = published(group(ann, bob));

        assertThat(refusal(ann, Map.of("body", "hi"))).isEqualTo("'cid' field is required.");
        assertThat(refusal(ann, Map.of("cid", "", "body", "hi")))
                .isEqualTo("'cid' field is required.");
        assertThat(refusal(ann, Map.of("cid", team.id(), "id", 5, "body", "hi")))
                .isEqualTo("Incorrect message ID.");
        assertThat(refusal(ann, Map.of("cid", team.id(), "body", 5)))
                .isEqualTo("Either message body or attachments required.");
        assertThat(refusal(ann, Map.of("cid", team.id(), "attachments", List.of())))
                .isEqualTo("Either message body or attachments required.");
        assertThat(refusal(ann, Map.of("cid", team.id(), "body", "hi", "x", "no")))
                .isEqualTo("\"x\" must be of type object");
        assertThat(refusal(ann, Map.of("cid", "nope", "body", "hi")))
                .isEqualTo("Conversation not found.");
        assertThat(refusal(ann, Map.of("cid", CommandClient.mintedId(), "body", "hi")))
                .isEqualTo("Conversation not found.");
        assertThat(refusal(person("eve"), Map.of("cid", team.id(), "body", "hi")))
                .isEqualTo("Forbidden.");
    }

    private Message messageIn(Conversation conversation, long seq) {
        var id = CommandClient.mintedId();
        var at = Instant.parse("2026-01-01T12:00:00Z");
        return new Message(
                new MessageId(id),
                conversation.id(),
                conversation.type(),
                bob.userId(),
                seq,
                at,
                at,
                Content.text("hi", null),
                new Cause(new Position("message.commands-0", 1, 0), id),
                List.of(),
                null,
                false);
    }

    private static Conversation atVersion(long version, Conversation conversation) {
        return new Conversation(
                conversation.id(),
                conversation.organizationId(),
                version,
                conversation.type(),
                conversation.name(),
                conversation.ownerId(),
                conversation.participants());
    }

    private void conversationServiceAnswers(String path, Object answer) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(conversationService.resolve(path))
                            .PUT(HttpRequest.BodyPublishers.ofString(Json.write(answer)))
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    private String refusal(Caller caller, Object request) {
        return client.ask(Route.SEND_MESSAGE, caller, request).errorText();
    }

    private Conversation published(Conversation conversation) {
        directory.save(conversation);
        heads.publish(conversation.id(), conversation.version());
        return conversation;
    }

    private Command<SendMessage.Request> saying(String clientId, Conversation conversation) {
        return Commands.from(
                ann,
                Route.SEND_MESSAGE,
                new SendMessage.Request(
                        clientId, conversation.id().value(), "hi", null, null, null, null, null));
    }

    private static List<String> packetsOf(Outcome outcome) {
        return outcome.deliveries().stream().map(d -> Json.write(d.packet())).toList();
    }

    private static List<String> fieldsOf(JsonNode node) {
        return node.propertyStream().map(Map.Entry::getKey).toList();
    }
}

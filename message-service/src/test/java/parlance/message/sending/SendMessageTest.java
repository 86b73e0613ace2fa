package parlance.message.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.message.People.conversation;
import static parlance.message.People.group;
import static parlance.message.People.ids;
import static parlance.message.People.person;
import static parlance.message.People.without;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.Json;
import parlance.contracts.MessageId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Rejoined;
import parlance.contracts.conversation.ConversationChange.Step;
import parlance.contracts.conversation.RejoinConversation;
import parlance.contracts.message.MessageEvent.MessageSent;
import parlance.kit.Command;
import parlance.kit.Effect;
import parlance.kit.HandlerResult;
import parlance.kit.directory.BlockListStore;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.kit.directory.DirectoryConversation;
import parlance.kit.directory.DirectoryConversation.Participant;
import parlance.message.Commands;
import parlance.message.ConversationFixture;
import parlance.message.MessageConfig;
import parlance.message.OtherServices;
import parlance.message.document.Message;
import parlance.message.document.Message.Cause;
import parlance.message.document.Message.Content;
import parlance.message.document.MessageStore;
import parlance.message.document.MessageStore.StoredMeanwhile;
import parlance.message.tail.ConversationTailStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.http.Requests;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class SendMessageTest {

    private static final RawJson CREATED =
            new RawJson("{\"system_message\":{\"x\":{\"conversation_created\":{}}}}");

    private final CommandClient client = CommandClient.shared();

    @Inject SendMessage sendMessage;
    @Inject ConversationDirectoryStore directory;
    @Inject BlockListStore blockLists;
    @Inject ConversationTailStore heads;
    @Inject MessageStore messages;
    @Inject SendContextLoader loader;
    @Inject MessageConfig config;

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
    void tellsTheOtherServicesOfAStoredMessageTheSameOnAReplayAndNothingOfAResend() {
        var team = published(group(ann, bob));
        var command = saying("m1", team);

        var sent = sendMessage.handle(List.of(command)).getFirst().events();
        var replayed = sendMessage.handle(List.of(command)).getFirst().events();
        var resent = sendMessage.handle(List.of(Commands.again(command))).getFirst().events();

        var id = new MessageId(command.mintedId());
        var stored = messages.find(List.of(id)).get(id);
        assertThat(sent)
                .containsExactly(
                        new MessageSent(
                                team.id(),
                                ann.organizationId(),
                                stored.id(),
                                ann.userId(),
                                stored.createdAt()));
        assertThat(replayed).isEqualTo(sent);
        assertThat(resent).isEmpty();
    }

    @Test
    void whatIsRefusedIsNoEvent() {
        var nowhere = group(ann, bob);

        assertThat(sendMessage.handle(List.of(saying("m1", nowhere))).getFirst().events())
                .isEmpty();
    }

    @Test
    void aPlaceThatIsTakenAlreadyIsLeftToWhoHasIt() {
        var team = published(group(ann, bob));
        // Another replica has stored it, and died before it moved the head on.
        messages.addAll(List.of(messageIn(team, 1)));

        var handlerResults = sendMessage.handle(List.of(saying("m1", team), saying("m2", team)));

        assertThat(handlerResults)
                .allMatch(handlerResult -> handlerResult.deliveries().size() == 1);
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
    void whatTheDirectoryLacksItsOwnerIsAskedFor() {
        var team = group(ann, bob);
        heads.publish(team.id(), 1);
        conversationServiceAnswers("/internal/conversations/" + team.id() + "/directory", team);

        var handlerResult = sendMessage.handle(List.of(saying("m1", team))).getFirst();

        assertThat(handlerResult.deliveries().getFirst().recipients())
                .containsExactlyInAnyOrder(ann.userId(), bob.userId());
    }

    @Test
    void aMessageToAPeerWhoHasLeftIsAckedAndThePeerIsSentFor() {
        var pair = published(without(conversation("u", ann, bob), bob));
        var command = saying("m1", pair);

        var first = sendMessage.handle(List.of(command)).getFirst();
        var replayed = sendMessage.handle(List.of(command)).getFirst();

        assertThat(first.reply()).isInstanceOf(Effect.Reply.Packet.class);
        assertThat(first.deliveries().getFirst().recipients()).containsExactly(ann.userId());
        assertThat(first.forwards())
                .containsExactly(
                        new Effect.Forward(
                                Route.CONVERSATION_REJOIN,
                                pair.id().value(),
                                new RejoinConversation(pair.id(), pair.version())));
        assertThat(replayed).isEqualTo(first);
    }

    @Test
    void thePeerIsSentForOnceForAllMessagesOfABatch() {
        var pair = published(without(conversation("u", ann, bob), bob));

        var results = sendMessage.handle(List.of(saying("m1", pair), saying("m2", pair)));

        assertThat(results).extracting(one -> one.forwards().size()).containsExactly(1, 0);
    }

    @Test
    void whoIsBroughtBackHearsOfTheConversationThenOfAllItsMessagesInOrderAndOnce() {
        var pair = conversation("u", ann, bob);
        var left = published(without(pair, bob));
        var bobsPhone = client.connect(bob);
        say("one", left);
        say("two", left);
        pair.participants().put(bob.userId(), new Participant(3, false));
        directory.save(atVersion(3, pair));
        say("three", left);

        publish(rejoined(pair));
        publish(rejoined(pair));
        say("four", left);

        assertThat(client.packetsTo(bobsPhone))
                .extracting(SendMessageTest::wordFor)
                .containsExactly("conversation_created", "one", "two", "three", "four");
    }

    @Test
    void whoComesBackUnaskedGetsTheMessagesThatWaitAndIsToldOnce() {
        var pair = conversation("u", ann, bob);
        var left = published(without(pair, bob));
        var bobsPhone = client.connect(bob);
        say("one", left);
        pair.participants().put(bob.userId(), new Participant(3, false));
        directory.save(atVersion(3, pair));

        publish(change(pair, new Notice(ids(bob), CREATED, false, bob.userId(), Set.of())));
        publish(rejoined(pair));
        say("two", left);

        assertThat(client.packetsTo(bobsPhone))
                .extracting(SendMessageTest::wordFor)
                .containsExactly("conversation_created", "one", "two");
    }

    @Test
    void aDeletedMessageDoesNotWait() {
        var pair = conversation("u", ann, bob);
        var left = published(without(pair, bob));
        var bobsPhone = client.connect(bob);
        var one = say("one", left);
        say("two", left);
        messages.tombstone(pair.id(), List.of(one), new Position("message.commands-0", 1, 0));
        pair.participants().put(bob.userId(), new Participant(3, false));
        directory.save(atVersion(3, pair));

        publish(rejoined(pair));
        say("three", left);

        assertThat(client.packetsTo(bobsPhone))
                .extracting(SendMessageTest::wordFor)
                .containsExactly("conversation_created", "two", "three");
    }

    @Test
    void aMemberWhoseJoiningCouldNotBePublishedIsToldWithTheNextMessage() {
        var team = group(ann, bob);
        team.participants().put(bob.userId(), new Participant(2, false));
        directory.save(atVersion(2, team));
        heads.publish(team.id(), 1);
        var bobsPhone = client.connect(bob);
        var unreadable = new HashMap<String, Object>(Map.of("cid", team.id(), "version", 2));
        unreadable.put("steps", List.of(Map.of("step", "of another release")));
        assertThat(client.ask(Route.PUBLISH_CONVERSATION_CHANGE, ann, unreadable).errorStatus())
                .isPositive();

        var first = sendMessage.handle(List.of(saying("m1", team))).getFirst();
        publish(
                new ConversationChange(
                        team.id(),
                        ann.organizationId(),
                        "g",
                        2,
                        0,
                        null,
                        ids(ann, bob),
                        List.of(new Rejoined(ids(bob), CREATED, ann.userId()))));
        say("two", team);
        var told = sendMessage.handle(List.of(saying("m3", team))).getFirst();

        assertThat(first.forwards())
                .extracting(Effect.Forward::request)
                .containsExactly(new RejoinConversation(team.id(), 1));
        assertThat(client.packetsTo(bobsPhone))
                .extracting(SendMessageTest::wordFor)
                .containsExactly("conversation_created", "two");
        assertThat(told.forwards()).isEmpty();
    }

    @Test
    void whatTheNextOwnerRefusedAPausedReplicaCannotStoreAndAnswersAlike() {
        var team = published(group(ann, bob));
        var command = saying("m1", team);
        var paused = new SendingBatch(loader.load(List.of(command)), config);
        assertThat(paused.decide(command)).isInstanceOf(SendDecision.Sent.class);
        directory.save(without(team, ann));
        var refused = sendMessage.handle(List.of(command)).getFirst();
        assertThat(refused.reply())
                .isEqualTo(new Effect.Reply.Error(ErrorCode.FORBIDDEN.failure()));

        assertThatThrownBy(() -> messages.addAll(paused.made()))
                .isInstanceOf(StoredMeanwhile.class);

        assertThat(messages.find(List.of(new MessageId(command.mintedId())))).isEmpty();
        directory.save(atVersion(3, team));
        assertThat(sendMessage.handle(List.of(command)).getFirst()).isEqualTo(refused);
        assertThat(sendMessage.handle(List.of(Commands.again(command))).getFirst().deliveries())
                .hasSize(1);
        assertThat(sendMessage.handle(List.of(command)).getFirst()).isEqualTo(refused);
    }

    @Test
    void whatIsRefusedBringsNoPeerBack() {
        var pair = published(without(conversation("u", ann, bob), bob));

        assertThat(refusal(ann, Map.of("cid", pair.id())))
                .isEqualTo("\"value\" must contain at least one of [body, attachments]");
        assertThat(sendMessage.handle(List.of(saying(null, group(ann, bob)))).getFirst().forwards())
                .isEmpty();
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
    void aBlockHoldsAlsoWhenWhoBlocksHasLeft() {
        var pair = published(without(conversation("u", ann, bob), bob));
        blockLists.save(bob.userId(), 1, List.of(ann.userId()));

        assertThat(refusal(ann, Map.of("cid", pair.id(), "body", "hi")))
                .startsWith("Communication is not possible");
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

    private MessageId say(String body, DirectoryConversation in) {
        return new MessageId(ConversationFixture.say(client, ann, in, body));
    }

    private void publish(ConversationChange change) {
        client.send(Route.PUBLISH_CONVERSATION_CHANGE, ann, change, CommandClient.mintedId());
    }

    private ConversationChange rejoined(DirectoryConversation pair) {
        return change(pair, new Rejoined(ids(bob), CREATED, ann.userId()));
    }

    private ConversationChange change(DirectoryConversation pair, Step step) {
        return new ConversationChange(
                pair.id(), ann.organizationId(), "u", 3, 0, null, ids(ann, bob), List.of(step));
    }

    /** What a message says, or the name of an event. */
    private static String wordFor(JsonNode packet) {
        return packet.has("message")
                ? packet.at("/message/body").asText()
                : packet.at("/system_message/x").fieldNames().next();
    }

    private Message messageIn(DirectoryConversation directoryConversation, long seq) {
        var id = CommandClient.mintedId();
        var at = Instant.parse("2026-01-01T12:00:00Z");
        return new Message(
                new MessageId(id),
                directoryConversation.id(),
                directoryConversation.type(),
                bob.userId(),
                seq,
                at,
                at,
                Content.text("hi", null),
                new Cause(new Position("message.commands-0", 1, 0), id),
                List.of(),
                null,
                null,
                false);
    }

    private static DirectoryConversation atVersion(
            long version, DirectoryConversation directoryConversation) {
        return new DirectoryConversation(
                directoryConversation.id(),
                directoryConversation.organizationId(),
                version,
                directoryConversation.type(),
                directoryConversation.name(),
                directoryConversation.ownerId(),
                directoryConversation.participants());
    }

    private void conversationServiceAnswers(String path, Object answer) {
        Requests.to(conversationService)
                .contentType(ContentType.JSON)
                .body(Json.write(answer))
                .put(path);
    }

    private String refusal(Caller caller, Object request) {
        return client.ask(Route.SEND_MESSAGE, caller, request).errorText();
    }

    private DirectoryConversation published(DirectoryConversation directoryConversation) {
        directory.save(directoryConversation);
        heads.publish(directoryConversation.id(), directoryConversation.version());
        return directoryConversation;
    }

    private Command<SendMessage.Request> saying(
            @Nullable String clientId, DirectoryConversation directoryConversation) {
        return Commands.from(
                ann,
                Route.SEND_MESSAGE,
                new SendMessage.Request(
                        clientId,
                        directoryConversation.id().value(),
                        "hi",
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static List<String> packetsOf(HandlerResult handlerResult) {
        return handlerResult.deliveries().stream().map(d -> Json.write(d.packet())).toList();
    }

    private static List<String> fieldsOf(JsonNode node) {
        return node.propertyStream().map(Map.Entry::getKey).toList();
    }
}

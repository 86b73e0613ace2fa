package parlance.message.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.message.People.conversation;
import static parlance.message.People.group;
import static parlance.message.People.person;
import static parlance.message.People.without;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.Json;
import parlance.contracts.MessageId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.directory.DirectoryConversation;
import parlance.kit.directory.DirectoryConversation.Participant;
import parlance.message.Commands;
import parlance.message.Settings;
import parlance.message.document.Message;
import parlance.message.sending.SendDecision.Refused;
import parlance.message.sending.SendDecision.Resent;
import parlance.message.sending.SendDecision.Sent;
import parlance.message.tail.ConversationTail;

class SendingBatchTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123Z");

    private final Caller ann = person("ann");
    private final Caller bob = person("bob");
    private final DirectoryConversation team = group(ann, bob);
    private final Map<MessageId, Message> mentioned = new HashMap<>();

    @Test
    void placesFollowOneAnotherHoweverTheClockStands() {
        var conversationTail = new ConversationTail(team.id(), 7, NOW.plusSeconds(5), 1);
        var batch = batch(situation(Map.of(), conversationTail));

        var first = message(batch.decide(saying("one")));
        var second = message(batch.decide(saying("two")));

        assertThat(first.seq()).isEqualTo(8);
        assertThat(second.seq()).isEqualTo(9);
        assertThat(first.createdAt()).isEqualTo(NOW.plusSeconds(5).plusMillis(1));
        assertThat(second.createdAt()).isEqualTo(NOW.plusSeconds(5).plusMillis(2));
        assertThat(batch.moved()).extracting(ConversationTail::seq).containsExactly(9L);
    }

    @Test
    void aCommandThatComesAgainIsNotCheckedAgain() {
        var command = saying("hi");
        var stored = message(batch(situation(Map.of(), none())).decide(command));
        var withoutAnn = conversation("g", bob);
        var later =
                new SendContext(
                        Map.of(stored.cause().clientKey(), stored),
                        Map.of(team.id(), withoutAnn),
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        NOW.plusSeconds(60));

        var batch = batch(later);

        assertThat(batch.decide(command))
                .isInstanceOfSatisfying(
                        Sent.class, sent -> assertThat(sent.message()).isEqualTo(stored));
        assertThat(batch.made()).isEmpty();
        assertThat(batch.moved()).extracting(ConversationTail::seq).containsExactly(stored.seq());
    }

    @Test
    void theSameClientIdIsTheSameMessageForADay() {
        var batch = batch(situation(Map.of(), none()));
        var command = saying("hi");
        var first = message(batch.decide(command));

        assertThat(batch.decide(Commands.again(command))).isEqualTo(new Resent(first));
        assertThat(batch.made()).containsExactly(first);
    }

    @Test
    void afterADayTheClientIdMayBeUsedAgain() {
        var command = saying("hi");
        var old = message(batch(situation(Map.of(), none())).decide(command));
        var nextDay =
                new SendContext(
                        Map.of(old.cause().clientKey(), old),
                        Map.of(team.id(), team),
                        Map.of(team.id(), none()),
                        Map.of(),
                        Set.of(),
                        NOW.plus(Duration.ofHours(25)));
        var batch = batch(nextDay);

        var again = message(batch.decide(Commands.again(command)));

        assertThat(again.id()).isNotEqualTo(old.id());
        assertThat(batch.outdated()).containsExactly(old);
    }

    @Test
    void refusesWhoDoesNotTakePart() {
        assertThat(refusal(command(person("eve"), text("hi")))).isEqualTo(ErrorCode.FORBIDDEN);
    }

    @Test
    void anotherOrganizationsConversationIsUnknown() {
        var stranger =
                new Caller(
                        new OrganizationId("other"),
                        ann.userId(),
                        ann.login(),
                        ann.deviceId(),
                        ann.sessionId());

        assertThat(refusal(command(stranger, text("hi"))))
                .isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
    }

    @Test
    void inAChannelOnlyOwnerAndAdminsWrite() {
        var channel = conversation("c", ann, bob);
        var admin = person("admin");
        channel.participants().put(admin.userId(), new Participant(1, true));
        var sendContext =
                new SendContext(
                        Map.of(), Map.of(team.id(), channel), Map.of(), Map.of(), Set.of(), NOW);

        assertThat(batch(sendContext).decide(command(ann, text("hi")))).isInstanceOf(Sent.class);
        assertThat(batch(sendContext).decide(command(admin, text("hi")))).isInstanceOf(Sent.class);
        assertThat(batch(sendContext).decide(command(bob, text("hi"))))
                .isEqualTo(new Refused(ErrorCode.FORBIDDEN.failure()));
    }

    @Test
    void nobodyWritesWhereOneOfTwoBlocksTheOther() {
        var sendContext =
                new SendContext(
                        Map.of(),
                        Map.of(team.id(), team),
                        Map.of(),
                        Map.of(),
                        Set.of(team.id()),
                        NOW);

        assertThat(batch(sendContext).decide(saying("hi")))
                .isEqualTo(new Refused(ErrorCode.USER_BLOCKED.failure()));
    }

    @Test
    void aMessageToAPeerWhoHasLeftAwaitsThePeer() {
        var pair = conversation("u", ann, bob);
        var left = without(pair, bob);
        var tail = new ConversationTail(left.id(), 3, NOW, 2);

        assertThat(message(batch(contextOf(left, tail)).decide(saying(left))).awaits())
                .isEqualTo(bob.userId());
        assertThat(message(batch(contextOf(pair, tail)).decide(saying(pair))).awaits()).isNull();
    }

    /** Who is back has not been told yet. */
    @Test
    void aMessageAwaitsAlsoWhoseReturnIsNotPublished() {
        var pair = conversation("u", ann, bob);
        pair.participants().put(bob.userId(), new Participant(3, false));
        var tail = new ConversationTail(pair.id(), 3, NOW, 2);

        assertThat(message(batch(contextOf(pair, tail)).decide(saying(pair))).awaits())
                .isEqualTo(bob.userId());
        var published = new ConversationTail(pair.id(), 3, NOW, 3);
        assertThat(message(batch(contextOf(pair, published)).decide(saying(pair))).awaits())
                .isNull();
    }

    @Test
    void onlyARefusalThatAnotherReplicaMayContradictIsStored() {
        var eves = command(person("eve"), text("hi"));
        var fresh = batch(situation(Map.of(), none()));
        var late =
                batch(
                        new SendContext(
                                Map.of(),
                                Map.of(team.id(), team),
                                Map.of(),
                                Map.of(),
                                Set.of(),
                                NOW.plusSeconds(6)));

        assertThat(fresh.decide(eves)).isEqualTo(new Refused(ErrorCode.FORBIDDEN.failure()));
        assertThat(late.decide(eves)).isEqualTo(new Refused(ErrorCode.FORBIDDEN.failure()));
        assertThat(late.decide(eves)).isEqualTo(new Refused(ErrorCode.FORBIDDEN.failure()));

        assertThat(fresh.made()).isEmpty();
        assertThat(late.made())
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.id()).isEqualTo(new MessageId(eves.mintedId()));
                    assertThat(kept.deleted()).isTrue();
                    assertThat(kept.refusal()).isEqualTo(ErrorCode.FORBIDDEN.failure());
                });
    }

    @Test
    void aReplyNamesAMessageOfTheSameConversation() {
        var elsewhere = message(batch(situation(Map.of(), none())).decide(saying("there")));
        var reply = command(ann, reply(elsewhere.id()));

        assertThat(refusal(reply)).isEqualTo(ErrorCode.INCORRECT_REPLY_MESSAGE_ID);

        mentioned.put(elsewhere.id(), elsewhere);
        assertThat(batch(situation(Map.of(), none())).decide(reply)).isInstanceOf(Sent.class);
    }

    @Test
    void somethingMustBeSaid() {
        var empty =
                new SendMessage.Request("1", team.id().value(), null, null, null, null, null, null);

        assertThat(batch(situation(Map.of(), none())).decide(command(ann, empty)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.errorBody().message())
                                        .isEqualTo(
                                                "\"value\" must contain at least one of [body,"
                                                        + " attachments]"));
    }

    @Test
    void attachmentsAreKeptAsTheyCameAndNamed() {
        var attachment = Json.read("{\"name\":\"a.png\",\"my_key\":[1.5,null]}", ObjectNode.class);
        var request =
                new SendMessage.Request(
                        "1", team.id().value(), null, List.of(attachment), null, null, null, null);

        var kept = message(batch(situation(Map.of(), none())).decide(command(ann, request)));

        assertThat(kept.content().attachments().text())
                .isEqualTo("[{\"name\":\"a.png\",\"my_key\":[1.5,null],\"file_name\":\"a.png\"}]");
    }

    @Test
    void attachmentsThatClientsCannotReadAreRefused() {
        for (var wrong :
                List.of("{\"file_id\":1}", "{\"file_width\":10001}", "{\"file_size\":\"big\"}")) {
            var request =
                    new SendMessage.Request(
                            "1",
                            team.id().value(),
                            null,
                            List.of(Json.read(wrong, ObjectNode.class)),
                            null,
                            null,
                            null,
                            null);
            assertThat(refusal(command(ann, request)))
                    .isEqualTo(ErrorCode.MESSAGE_BODY_AND_ATTACHMENTS_EMPTY);
        }
    }

    private SendContext situation(Map<String, Message> stored, ConversationTail conversationTail) {
        return new SendContext(
                stored,
                Map.of(team.id(), team),
                Map.of(team.id(), conversationTail),
                mentioned,
                Set.of(),
                NOW);
    }

    private SendContext contextOf(DirectoryConversation conversation, ConversationTail tail) {
        return new SendContext(
                Map.of(),
                Map.of(conversation.id(), conversation),
                Map.of(conversation.id(), tail),
                mentioned,
                Set.of(),
                NOW);
    }

    private Command<SendMessage.Request> saying(DirectoryConversation conversation) {
        return command(
                ann,
                new SendMessage.Request(
                        null, conversation.id().value(), "hi", null, null, null, null, null));
    }

    private ConversationTail none() {
        return ConversationTail.none(team.id());
    }

    private static SendingBatch batch(SendContext sendContext) {
        return new SendingBatch(sendContext, Settings.pages(30, 100));
    }

    private static Message message(SendDecision sendDecision) {
        return ((Sent) sendDecision).message();
    }

    private ErrorCode refusal(Command<SendMessage.Request> command) {
        var refused = (Refused) batch(situation(Map.of(), none())).decide(command);
        return List.of(ErrorCode.values()).stream()
                .filter(code -> code.failure().equals(refused.errorBody()))
                .findFirst()
                .orElseThrow();
    }

    private Command<SendMessage.Request> saying(String body) {
        return command(
                ann,
                new SendMessage.Request(
                        body, team.id().value(), body, null, null, null, null, null));
    }

    private SendMessage.Request text(String body) {
        return new SendMessage.Request(null, team.id().value(), body, null, null, null, null, null);
    }

    private SendMessage.Request reply(MessageId to) {
        return new SendMessage.Request(
                null, team.id().value(), "yes", null, null, to.value(), null, null);
    }

    private static Command<SendMessage.Request> command(
            Caller caller, SendMessage.Request request) {
        return Commands.from(caller, Route.SEND_MESSAGE, request);
    }
}

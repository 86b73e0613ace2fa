package parlance.conversation.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.conversation.Callers.caller;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.conversation.Callers;
import parlance.conversation.OtherServices;
import parlance.conversation.document.ConversationStore;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.Rejection;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class CreateConversationTest {

    private static final UserId NOBODY = new UserId("deaddeaddeaddeaddeaddead");
    private final CommandClient client = CommandClient.shared();

    @Inject CreateConversation createConversation;
    @Inject ConversationStore conversations;
    @Inject ConversationDirectoryStore directory;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");
    private final Caller cid = caller("cid");

    @Test
    void aGroupIsStoredWrittenToTheDirectoryAndHandedOverAsOneRecord() {
        var id = CommandClient.mintedId();

        client.send(
                Route.CONVERSATION_CREATE,
                ann,
                Map.of("type", "g", "name", "Team", "participants", List.of(bob.userId(), NOBODY)),
                id);

        try (var commands = client.view(Topic.MESSAGE_COMMANDS);
                var events = client.view(Topic.CONVERSATION_EVENTS)) {
            var handedOver = commands.await(seen -> id.equals(seen.key()));
            assertThat(handedOver.headers())
                    .containsEntry("command", "conversation_change")
                    .containsEntry("minted-id", id)
                    .containsEntry("user", ann.userId().value())
                    .containsKeys("correlation", "inbox");
            var change = handedOver.value();
            assertThat(change.at("/reply/conversation/_id").asText()).isEqualTo(id);
            assertThat(change.at("/reply/conversation").has("participants")).isFalse();
            assertThat(
                            change.at(
                                    "/steps/0/packet/system_message/x/conversation_created/participants"))
                    .extracting(user -> user.asText())
                    .containsExactly(ann.userId().value(), bob.userId().value());
            var saved = events.await(seen -> id.equals(seen.key())).value();
            assertThat(saved.get("type").asText()).isEqualTo("conversation_saved");
        }
        var entry = directory.find(List.of(new ConversationId(id))).values().iterator().next();
        assertThat(entry.version()).isEqualTo(1);
        assertThat(entry.participantIds()).containsExactlyInAnyOrder(ann.userId(), bob.userId());
    }

    @Test
    void everybodyInAGroupIsToldButNotTheConnectionThatAsked() {
        var notice = noticeOf(createConversation.handle(group(bob.userId(), cid.userId())));

        assertThat(notice.recipients()).containsExactly(ann.userId(), bob.userId(), cid.userId());
        assertThat(notice.exceptAsker()).isTrue();
        assertThat(notice.author()).isEqualTo(ann.userId());
    }

    @Test
    void aReplayMakesNothingNewAndSaysTheSame() {
        var command = group(bob.userId());

        var first = createConversation.handle(command);
        var second = createConversation.handle(command);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void aGroupNeedsANameAndSomebodyElse() {
        assertRefused(ErrorCode.CONVERSATION_NAME_MISSED, request("g", null, null, bob.userId()));
        assertRefused(
                ErrorCode.USER_SELECTED,
                new CreateConversation.Request("g", "T", null, null, null, null, null));
        assertRefused(ErrorCode.PARTICIPANTS_NOT_PROVIDED, request("g", "T", null, ann.userId()));
        assertRefused(ErrorCode.PARTICIPANTS_NOT_PROVIDED, request("g", "T", null, NOBODY));
    }

    @Test
    void aGroupHasItsLimit() {
        assertRefused(ErrorCode.TOO_MANY_USERS_IN_GROUP, request("g", "T", null, people(51)));
        assertRefused(ErrorCode.PARTICIPANTS_LIMIT, request("g", "T", null, people(50)));
        createConversation.handle(group(people(49)));
    }

    @Test
    void aChannelMayBeginEmpty() {
        var channel = new CreateConversation.Request("c", "News", null, null, null, null, null);

        var handlerResult = createConversation.handle(command(ann, channel));

        assertThat(changeOf(handlerResult).reply().text()).contains("\"subscribers_count\":1");
    }

    @Test
    void aPrivateConversationIsToldToTheOpponent() {
        var handlerResult = createConversation.handle(command(ann, with(bob)));

        assertThat(noticeOf(handlerResult).recipients())
                .containsExactly(ann.userId(), bob.userId());
        assertThat(changeOf(handlerResult).reply().text())
                .contains("\"owner_id\":\"" + ann.userId() + "\"")
                .contains("\"opponent_id\":\"" + bob.userId() + "\"");
    }

    @Test
    void aPrivateConversationIsFoundAgainFromEitherSide() {
        var first = createConversation.handle(command(ann, with(bob)));
        var again = createConversation.handle(command(bob, with(ann)));

        assertThat(changeOf(again).reply()).isEqualTo(changeOf(first).reply());
        assertThat(changeOf(again).version()).isEqualTo(changeOf(first).version());
        assertThat(noticeOf(again).recipients()).containsExactly(bob.userId());
    }

    @Test
    void messageServiceIsToldToShowOneWithTheTimeOfItsLastMessage() {
        var first = createConversation.handle(command(ann, with(bob)));

        var again = createConversation.handle(command(ann, with(bob)));

        var stored = conversations.find(changeOf(first).conversationId()).orElseThrow();
        assertThat(changeOf(again).changedAt()).isEqualTo(stored.updatedAt());
        assertThat(changeOf(createConversation.handle(group(bob.userId()))).changedAt()).isNull();
    }

    @Test
    void anEncryptedOneIsAnother() {
        var plain = createConversation.handle(command(ann, with(bob)));
        var encrypted =
                createConversation.handle(
                        command(
                                ann,
                                new CreateConversation.Request(
                                        "u", null, null, bob.userId(), null, null, true)));

        assertThat(changeOf(encrypted).conversationId())
                .isNotEqualTo(changeOf(plain).conversationId());
        assertThat(changeOf(encrypted).reply().text()).contains("\"is_encrypted\":true");
    }

    @Test
    void twoWhoBeginAtTheSameMomentGetTheSameConversation() throws Exception {
        var commands = new ArrayList<Callable<ConversationId>>();
        for (int i = 0; i < 8; i++) {
            var command = i % 2 == 0 ? command(ann, with(bob)) : command(bob, with(ann));
            commands.add(() -> changeOf(createConversation.handle(command)).conversationId());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = new ArrayList<ConversationId>();
            for (var one : threads.invokeAll(commands)) {
                made.add(one.get());
            }
            assertThat(made).containsOnly(made.getFirst());
        }
    }

    @Test
    void aPrivateConversationHasExactlyOneOpponent() {
        assertRefused(
                ErrorCode.TOO_MANY_USERS_IN_PRIVATE,
                request("u", null, null, ann.userId(), bob.userId(), cid.userId()));
        assertRefused(
                ErrorCode.TOO_MANY_USERS_IN_PRIVATE,
                request("u", null, null, bob.userId(), cid.userId()));
        assertRefused(ErrorCode.INCORRECT_USER, request("u", null, null, ann.userId()));
        assertRefused(ErrorCode.INCORRECT_USER, request("u", null, ann.userId(), bob.userId()));
        assertRefused(ErrorCode.OPPONENT_NOT_FOUND, request("u", null, null, NOBODY));
        assertRefused(ErrorCode.OPPONENT_NOT_FOUND, request("u", null, NOBODY, ann.userId()));
        assertRefused(
                ErrorCode.USER_SELECTED,
                new CreateConversation.Request("u", null, null, null, null, null, null));
    }

    @Test
    void refusesInTheWordsOfTheProtocol() {
        assertThat(refusal(Map.of("name", "T"))).isEqualTo("Conversation type missed.");
        assertThat(refusal(Map.of("type", "x"))).isEqualTo("The type you entered is incorrect.");
        assertThat(refusal(Map.of("type", 5))).isNotEmpty();
        assertThat(refusal(Map.of("type", "g", "name", "x".repeat(256))))
                .isEqualTo("You haven't specified a conversation name.");
        assertThat(refusal(Map.of("type", "g", "name", "T", "participants", List.of())))
                .isEqualTo("Please select at least one user.");
        assertThat(refusal(Map.of("type", "g", "name", "T", "participants", List.of(5))))
                .isEqualTo("Please select at least one user.");
        assertThat(refusal(Map.of("type", "u", "description", "x".repeat(256))))
                .isEqualTo(
                        "\"description\" length must be less than or equal to 255 characters long");
    }

    private String refusal(Object request) {
        return client.ask(Route.CONVERSATION_CREATE, ann, request).errorText();
    }

    private void assertRefused(ErrorCode code, CreateConversation.Request request) {
        assertThatThrownBy(() -> createConversation.handle(command(ann, request)))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refused -> assertThat(refused.failure()).isEqualTo(code.failure()));
    }

    private Command<CreateConversation.Request> group(UserId... others) {
        return command(ann, request("g", "Team", null, others));
    }

    private static CreateConversation.Request with(Caller opponent) {
        return request("u", null, null, opponent.userId());
    }

    private static CreateConversation.Request request(
            String type, String name, UserId opponent, UserId... participants) {
        return new CreateConversation.Request(
                type, name, null, opponent, Arrays.asList(participants), null, null);
    }

    private static UserId[] people(int count) {
        var ids = new UserId[count];
        Arrays.setAll(ids, i -> new UserId(CommandClient.mintedId()));
        return ids;
    }

    private static Command<CreateConversation.Request> command(
            Caller caller, CreateConversation.Request request) {
        return Callers.command(caller, Route.CONVERSATION_CREATE, request);
    }

    private static ConversationChange changeOf(HandlerResult handlerResult) {
        return (ConversationChange) handlerResult.forwards().getFirst().request();
    }

    private static Notice noticeOf(HandlerResult handlerResult) {
        return (Notice) changeOf(handlerResult).steps().getFirst();
    }
}

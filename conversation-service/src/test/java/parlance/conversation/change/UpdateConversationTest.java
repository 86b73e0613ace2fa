package parlance.conversation.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.conversation.Callers.caller;
import static parlance.conversation.creation.ConversationFixture.changeIn;
import static parlance.conversation.creation.ConversationFixture.storyIn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.FileId;
import parlance.contracts.OfflinePolicy;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.contracts.file.ImageRef;
import parlance.conversation.Callers;
import parlance.conversation.OtherServices;
import parlance.conversation.change.UpdateConversation.People;
import parlance.conversation.change.UpdateConversation.Request;
import parlance.conversation.creation.ConversationFixture;
import parlance.conversation.document.ConversationStore;
import parlance.kit.HandlerResult;
import parlance.kit.Rejection;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class UpdateConversationTest {

    @Inject ConversationFixture conversationFixture;
    @Inject UpdateConversation updateConversation;
    @Inject ConversationStore conversations;
    @Inject ConversationDirectoryStore directory;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");
    private final Caller cid = caller("cid");
    private final Caller dan = caller("dan");
    private ConversationId team;

    @BeforeEach
    void beginGroup() {
        team = conversationFixture.group(ann, bob, cid);
    }

    @Test
    void theStoryIsToldInTheOrderOfTheProtocol() {
        var image = new ImageRef(new FileId("f"), null, null);
        var handlerResult =
                update(
                        ann,
                        new Request(
                                team.value(),
                                "New",
                                "",
                                new People(ids(dan), ids(bob)),
                                null,
                                image));

        assertThat(storyIn(handlerResult))
                .containsExactly(
                        "conversation_updated",
                        nameOf(dan) + " has been added to the group",
                        nameOf(bob) + " has been removed from the group",
                        "conversation_kicked",
                        "conversation_updated",
                        "Group chat image was updated");
        var steps = changeIn(handlerResult).steps();
        assertThat(((Notice) steps.get(0)).recipients()).containsExactlyElementsOf(ids(dan));
        assertThat(((Notice) steps.get(0)).packet().text())
                .contains("\"unread_messages_count\":1", "\"participants\":[");
        // message-service adds the last message.
        assertThat(((Notice) steps.get(0)).lastMessageFor()).isEqualTo(dan.userId());
        assertThat(((Notice) steps.get(0)).whenAbsent())
                .contains(OfflinePolicy.LOG, OfflinePolicy.PUSH);
        assertThat(changeIn(handlerResult).participants())
                .containsExactlyElementsOf(ids(ann, cid, dan));
        assertThat(((Said) steps.get(1)).x().text())
                .startsWith("{\"type\":\"added_participant\",\"user\":{\"_id\":\"" + dan.userId());
        assertThat(((Notice) steps.get(3)).recipients()).containsExactlyElementsOf(ids(bob));
        assertThat(((Notice) steps.get(4)).recipients()).containsExactlyElementsOf(ids(ann, cid));
        assertThat(((Notice) steps.get(4)).exceptAsker()).isTrue();
        assertThat(((Notice) steps.get(4)).packet().text()).doesNotContain("unread");
        assertThat(((Notice) steps.get(4)).lastMessageFor()).isNull();
        assertThat(changeIn(handlerResult).reply().text())
                .contains(
                        "\"name\":\"New\"",
                        "\"description\":\"\"",
                        "\"image_object\":{\"file_id\":\"f\"}",
                        "\"image_url\":\"" + OtherServices.urlOf("f") + "\"")
                .doesNotContain("last_message", "participants");
    }

    @Test
    void theDirectoryKnowsBeforeAnybodyIsTold() {
        var handlerResult = update(ann, people(new People(ids(dan), ids(bob))));

        var entry = directory.find(Set.of(team)).get(team);
        assertThat(entry.participantIds()).containsExactlyInAnyOrderElementsOf(ids(ann, cid, dan));
        assertThat(entry.participants().get(dan.userId()).joinedAt())
                .isEqualTo(changeIn(handlerResult).version());
    }

    @Test
    void anImageThatIsNoFileChangesNothing() {
        var image = new ImageRef(new FileId("nothing"), null, null);
        var request =
                new Request(team.value(), "New", null, new People(ids(dan), null), null, image);

        assertThatThrownBy(() -> update(ann, request))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refusal ->
                                assertThat(refusal.failure())
                                        .isEqualTo(ErrorCode.FILE_NOT_FOUND.failure()));

        var unchanged = conversations.find(team).orElseThrow();
        assertThat(unchanged.profile().name()).isNotEqualTo("New");
        assertThat(unchanged.includes(dan.userId())).isFalse();
    }

    @Test
    void aReplayTellsTheSameStory() {
        var command =
                Callers.command(
                        ann, Route.CONVERSATION_UPDATE, people(new People(ids(dan), ids(bob))));

        var first = updateConversation.handle(command);
        var second = updateConversation.handle(command);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void whatIsSoAlreadyIsNotTold() {
        var handlerResult = update(ann, people(new People(ids(bob), ids(dan))));

        assertThat(storyIn(handlerResult)).containsExactly("conversation_updated");
        assertThat(storyIn(update(ann, people(null)))).isEmpty();
    }

    @Test
    void whoHasBeenThereLongestInheritsTheGroup() {
        update(ann, people(new People(null, ids(ann))));

        assertThat(conversations.find(team).orElseThrow().ownerId()).isEqualTo(bob.userId());
    }

    @Test
    void withoutAnybodyLeftItIsOver() {
        var handlerResult = update(ann, people(new People(null, ids(ann, bob, cid))));

        assertThat(changeIn(handlerResult).reply().text()).isEqualTo("{\"deleted\":true}");
        assertThat(storyIn(handlerResult)).containsExactly("conversation_kicked");
        assertRefused(ErrorCode.BAD_REQUEST, ann, people(null));
    }

    @Test
    void adminsMayUpdateToo() {
        assertRefused(ErrorCode.FORBIDDEN, bob, people(null));

        update(
                ann,
                new Request(team.value(), null, null, null, new People(ids(bob, dan), null), null));

        update(bob, people(new People(null, ids(cid))));
        update(dan, people(null));
        update(ann, new Request(team.value(), null, null, null, new People(null, ids(bob)), null));
        assertRefused(ErrorCode.FORBIDDEN, bob, people(null));
    }

    @Test
    void theLimitHoldsForAllOrNothing() {
        var many =
                IntStream.range(0, 48).mapToObj(_ -> new UserId(CommandClient.mintedId())).toList();

        assertRefused(
                ErrorCode.PARTICIPANTS_LIMIT,
                ann,
                new Request(team.value(), "New", null, new People(many, null), null, null));
        assertThat(conversations.find(team).orElseThrow().profile().name()).isEqualTo("Team");
    }

    @Test
    void aPrivateConversationIsRenamedInSilence() {
        var pair = conversationFixture.begin("u", null, ann, bob);

        var handlerResult =
                update(
                        bob,
                        new Request(
                                pair.value(), "Us", null, new People(ids(cid), null), null, null));

        assertThat(storyIn(handlerResult)).isEmpty();
        assertThat(changeIn(handlerResult).reply().text()).contains("\"name\":\"Us\"");
        assertThat(conversations.find(pair).orElseThrow().includes(cid.userId())).isFalse();
        assertRefused(
                ErrorCode.FORBIDDEN,
                cid,
                new Request(pair.value(), "Mine", null, null, null, null));
    }

    @Test
    void whatThereIsNotIsABadRequest() {
        assertRefused(
                ErrorCode.BAD_REQUEST, ann, new Request("nonsense", null, null, null, null, null));
        assertRefused(
                ErrorCode.BAD_REQUEST,
                ann,
                new Request(CommandClient.mintedId(), null, null, null, null, null));
    }

    private Request people(People people) {
        return new Request(team.value(), null, null, people, null, null);
    }

    private HandlerResult update(Caller caller, Request request) {
        return updateConversation.handle(
                Callers.command(caller, Route.CONVERSATION_UPDATE, request));
    }

    private void assertRefused(ErrorCode code, Caller caller, Request request) {
        assertThatThrownBy(() -> update(caller, request))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refused -> assertThat(refused.failure()).isEqualTo(code.failure()));
    }

    private static List<UserId> ids(Caller... callers) {
        return Arrays.stream(callers).map(Caller::userId).toList();
    }

    /** As the stub of user-service names people. */
    private static String nameOf(Caller caller) {
        return "user" + caller.userId().value().substring(20);
    }
}

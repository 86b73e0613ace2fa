package parlance.conversation.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.conversation.Callers.caller;
import static parlance.conversation.conversation.Beginnings.changeIn;
import static parlance.conversation.conversation.Beginnings.storyIn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Absent;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.FileId;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.contracts.conversation.ConversationChange.Said;
import parlance.contracts.file.Picture;
import parlance.conversation.Callers;
import parlance.conversation.OtherServices;
import parlance.conversation.conversation.UpdateConversation.People;
import parlance.conversation.conversation.UpdateConversation.Request;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class UpdateConversationTest {

    @Inject Beginnings beginnings;
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
        team = beginnings.group(ann, bob, cid);
    }

    @Test
    void theStoryIsToldInTheOrderOfTheProtocol() {
        var image = new Picture(new FileId("f"), null, null);
        var outcome =
                update(
                        ann,
                        new Request(
                                team.value(),
                                "New",
                                "",
                                new People(ids(dan), ids(bob)),
                                null,
                                image));

        assertThat(storyIn(outcome))
                .containsExactly(
                        "conversation_updated",
                        nameOf(dan) + " has been added to the group",
                        nameOf(bob) + " has been removed from the group",
                        "conversation_kicked",
                        "conversation_updated",
                        "Group chat image was updated");
        var steps = changeIn(outcome).steps();
        assertThat(((Notice) steps.get(0)).recipients()).containsExactlyElementsOf(ids(dan));
        assertThat(((Notice) steps.get(0)).packet().text())
                .contains(
                        "\"last_message\":{", "\"unread_messages_count\":1", "\"participants\":[");
        assertThat(((Notice) steps.get(0)).whenAbsent()).contains(Absent.LOG, Absent.PUSH);
        assertThat(changeIn(outcome).participants()).containsExactlyElementsOf(ids(ann, cid, dan));
        assertThat(((Said) steps.get(1)).x().text())
                .startsWith("{\"type\":\"added_participant\",\"user\":{\"_id\":\"" + dan.userId());
        assertThat(((Notice) steps.get(3)).recipients()).containsExactlyElementsOf(ids(bob));
        assertThat(((Notice) steps.get(4)).recipients()).containsExactlyElementsOf(ids(ann, cid));
        assertThat(((Notice) steps.get(4)).exceptAsker()).isTrue();
        assertThat(((Notice) steps.get(4)).packet().text()).doesNotContain("unread");
        assertThat(changeIn(outcome).reply().text())
                .contains(
                        "\"name\":\"New\"",
                        "\"description\":\"\"",
                        "\"image_object\":{\"file_id\":\"f\"}",
                        "\"image_url\":\"" + OtherServices.urlOf("f") + "\"")
                .doesNotContain("last_message", "participants");
    }

    @Test
    void theDirectoryKnowsBeforeAnybodyIsTold() {
        var outcome = update(ann, people(new People(ids(dan), ids(bob))));

        var entry = directory.find(Set.of(team)).get(team);
        assertThat(entry.participantIds()).containsExactlyInAnyOrderElementsOf(ids(ann, cid, dan));
        assertThat(entry.participants().get(dan.userId()).joinedAt())
                .isEqualTo(changeIn(outcome).version());
    }

    @Test
    void anImageThatIsNoFileChangesNothing() {
        var image = new Picture(new FileId("nothing"), null, null);
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
        var outcome = update(ann, people(new People(ids(bob), ids(dan))));

        assertThat(storyIn(outcome)).containsExactly("conversation_updated");
        assertThat(storyIn(update(ann, people(null)))).isEmpty();
    }

    @Test
    void whoHasBeenThereLongestInheritsTheGroup() {
        update(ann, people(new People(null, ids(ann))));

        assertThat(conversations.find(team).orElseThrow().ownerId()).isEqualTo(bob.userId());
    }

    @Test
    void withoutAnybodyLeftItIsOver() {
        var outcome = update(ann, people(new People(null, ids(ann, bob, cid))));

        assertThat(changeIn(outcome).reply().text()).isEqualTo("{\"deleted\":true}");
        assertThat(storyIn(outcome)).containsExactly("conversation_kicked");
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
        var pair = beginnings.begin("u", null, ann, bob);

        var outcome =
                update(
                        bob,
                        new Request(
                                pair.value(), "Us", null, new People(ids(cid), null), null, null));

        assertThat(storyIn(outcome)).isEmpty();
        assertThat(changeIn(outcome).reply().text()).contains("\"name\":\"Us\"");
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

    private Outcome update(Caller caller, Request request) {
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

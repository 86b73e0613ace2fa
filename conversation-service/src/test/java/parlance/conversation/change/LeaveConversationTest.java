package parlance.conversation.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.conversation.Callers.caller;
import static parlance.conversation.creation.ConversationFixture.changeIn;
import static parlance.conversation.creation.ConversationFixture.storyIn;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.ConversationId;
import parlance.contracts.ErrorCode;
import parlance.contracts.Route;
import parlance.contracts.conversation.ConversationChange.Notice;
import parlance.conversation.Callers;
import parlance.conversation.OtherServices;
import parlance.conversation.creation.ConversationFixture;
import parlance.conversation.document.ConversationStore;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.Rejection;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class LeaveConversationTest {

    @Inject ConversationFixture conversationFixture;
    @Inject LeaveConversation leaveConversation;
    @Inject ConversationStore conversations;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void thoseWhoStayReadOfItAndTheLeaversOtherConnectionsAreKicked() {
        var team = conversationFixture.group(ann, bob);

        var handlerResult = leave(ann, team);

        assertThat(changeIn(handlerResult).reply().text()).isEqualTo("{\"success\":true}");
        assertThat(storyIn(handlerResult).getFirst()).endsWith(" has left the group");
        assertThat(changeIn(handlerResult).participants()).containsExactly(bob.userId());
        var kicked = (Notice) changeIn(handlerResult).steps().get(1);
        assertThat(kicked.recipients()).containsExactly(ann.userId());
        assertThat(kicked.exceptAsker()).isTrue();
        assertThat(conversations.find(team).orElseThrow().ownerId()).isEqualTo(bob.userId());
    }

    @Test
    void nobodyLeavesTwice() {
        var team = conversationFixture.group(ann, bob);
        leave(ann, team);

        assertRefused(ErrorCode.PARTICIPANT_NOT_FOUND, ann, team);
        assertRefused(ErrorCode.BAD_REQUEST, ann, new ConversationId("nonsense"));
    }

    @Test
    void theLastOneOutEndsItAndAReplayStillAnswers() {
        var team = conversationFixture.group(ann, bob);
        leave(ann, team);
        var command = command(bob, team);

        var first = leaveConversation.handle(command);
        var second = leaveConversation.handle(command);

        assertThat(second).isEqualTo(first);
        assertRefused(ErrorCode.BAD_REQUEST, bob, team);
    }

    @Test
    void aPrivateConversationIsLeftInSilenceAndRestoredByCreatingIt() {
        var pair = conversationFixture.begin("u", null, ann, bob);

        assertThat(storyIn(leave(ann, pair))).isEmpty();
        assertThat(conversations.find(pair).orElseThrow().participantIds())
                .isEqualTo(List.of(bob.userId()));

        assertThat(conversationFixture.begin("u", null, bob, ann)).isEqualTo(pair);
        assertThat(conversations.find(pair).orElseThrow().participantIds())
                .containsExactly(bob.userId(), ann.userId());
    }

    @Test
    void afterBothHaveLeftANewOneBegins() {
        var pair = conversationFixture.begin("u", null, ann, bob);
        leave(ann, pair);
        leave(bob, pair);

        assertThat(conversationFixture.begin("u", null, bob, ann)).isNotEqualTo(pair);
    }

    private HandlerResult leave(Caller leaver, ConversationId id) {
        return leaveConversation.handle(command(leaver, id));
    }

    private static Command<LeaveConversation.Request> command(Caller leaver, ConversationId id) {
        return Callers.command(
                leaver, Route.CONVERSATION_DELETE, new LeaveConversation.Request(id.value()));
    }

    private void assertRefused(ErrorCode code, Caller caller, ConversationId id) {
        assertThatThrownBy(() -> leave(caller, id))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refused -> assertThat(refused.failure()).isEqualTo(code.failure()));
    }
}

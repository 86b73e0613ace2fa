package parlance.conversation.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parlance.conversation.Callers.caller;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Route;
import parlance.conversation.Callers;
import parlance.conversation.OtherServices;
import parlance.kit.directory.ConversationDirectoryStore;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class PairResourceTest {

    @Inject Beginnings beginnings;
    @Inject LeaveConversation leaveConversation;
    @Inject PairResource pairs;
    @Inject ConversationDirectoryStore directory;

    private final Caller ann = caller("ann");
    private final Caller bob = caller("bob");

    @Test
    void bothAreBackAndAskedTwiceNothingMoreChanges() {
        var pair = beginnings.begin("u", null, ann, bob);
        leaveConversation.handle(
                Callers.command(
                        bob,
                        Route.CONVERSATION_DELETE,
                        new LeaveConversation.Request(pair.value())));
        assertThat(pairs.people(pair.value()).people()).containsExactly(ann.userId(), bob.userId());

        var restored = pairs.restore(pair.value(), ann.userId().value());
        var version = directory.find(Set.of(pair)).get(pair).version();
        pairs.restore(pair.value(), ann.userId().value());

        var entry = directory.find(Set.of(pair)).get(pair);
        assertThat(restored.packet().text())
                .contains("conversation_created", "\"from\":\"" + ann.userId() + "\"");
        assertThat(entry.participantIds()).containsExactlyInAnyOrder(ann.userId(), bob.userId());
        assertThat(entry.version()).isEqualTo(version).isEqualTo(3);
        assertThat(entry.participants().get(bob.userId()).joinedAt()).isEqualTo(3);
    }

    @Test
    void groupsHaveNoPair() {
        var team = beginnings.group(ann, bob);

        assertThatThrownBy(() -> pairs.people(team.value())).isInstanceOf(NotFoundException.class);
    }
}

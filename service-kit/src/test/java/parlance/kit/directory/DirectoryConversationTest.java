package parlance.kit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.ConversationId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.kit.directory.DirectoryConversation.Participant;

class DirectoryConversationTest {

    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final UserId CAT = new UserId("cat");

    private final DirectoryConversation team =
            new DirectoryConversation(
                    new ConversationId("k1"),
                    new OrganizationId("default"),
                    3,
                    "g",
                    "Team",
                    ANN,
                    Map.of(
                            ANN, new Participant(1, false),
                            BOB, new Participant(1, true),
                            CAT, new Participant(3, false)));

    @Test
    void aNewcomerIsNoRecipientBeforeTheJoiningIsPublished() {
        assertThat(team.recipients(2)).containsExactlyInAnyOrder(ANN, BOB);
        assertThat(team.recipients(3)).containsExactlyInAnyOrder(ANN, BOB, CAT);
        assertThat(team.recipients(0)).isEmpty();
    }

    @Test
    void aNewcomerIsIncludedAtOnce() {
        assertThat(team.includes(CAT)).isTrue();
        assertThat(team.includes(new UserId("dan"))).isFalse();
        assertThat(team.participantIds()).containsExactlyInAnyOrder(ANN, BOB, CAT);
        assertThat(team.isDirect()).isFalse();
    }
}

package parlance.user.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Route;
import parlance.kit.directory.BlockListStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class BlockUsersTest {

    private final CommandClient client = CommandClient.shared();

    @Inject BlockListStore readModel;

    private SignedUpUser bob;
    private BlockListFixture ann;

    @BeforeEach
    void signUp() {
        bob = SignedUpUser.newOne(client);
        ann = new BlockListFixture(SignedUpUser.newOne(client), readModel);
    }

    @Test
    void aBlockHoldsWhenItIsAnswered() {
        var answer = ann.block(bob.id());

        assertThat(answer.response().path("success").asBoolean()).isTrue();
        assertThat(ann.blockedInReadModel()).containsExactly(bob.caller().userId());
        assertThat(ann.listed()).containsExactly(bob.id());
    }

    @Test
    void theSameAgainAndNobodyKnownAndNobodyAtAllSucceed() {
        ann.block(bob.id());

        for (var ids :
                List.of(
                        new String[] {bob.id()},
                        new String[] {CommandClient.mintedId()},
                        new String[0])) {
            assertThat(ann.block(ids).response().path("success").asBoolean()).isTrue();
        }
        assertThat(ann.listed()).containsExactly(bob.id());
    }

    @Test
    void nobodyBlocksOneself() {
        assertThat(ann.block(ann.ann().id()).errorText())
                .isEqualTo("The specified user is incorrect.");
    }

    @Test
    void whatIsNoListOfIdsIsBadFormat() {
        for (var request :
                List.of(
                        Map.of(),
                        Map.of("id", bob.id()),
                        Map.of("ids", bob.id()),
                        Map.of("ids", List.of("short")),
                        Map.of("ids", List.of(7)))) {
            var answer = ann.ann().asks(Route.BLOCK_USER, request);
            assertThat(answer.errorStatus()).isEqualTo(400);
            assertThat(answer.errorText()).isEqualTo("Bad request - invalid data format");
        }
    }

    @Test
    void usersOfAnotherOrganizationAreUnknown() {
        var stranger = new BlockListFixture(ann.ann().in("other"), readModel);

        stranger.block(bob.id());

        assertThat(stranger.listed()).isEmpty();
    }
}

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
class UnblockUsersTest {

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
    void whoIsTakenOffIsBlockedNoMore() {
        ann.block(bob.id());

        for (int i = 0; i < 2; i++) {
            var answer = ann.ann().asks(Route.UNBLOCK_USER, Map.of("ids", List.of(bob.id())));
            assertThat(answer.response().path("success").asBoolean()).isTrue();
        }
        assertThat(ann.blockedInReadModel()).isEmpty();
        assertThat(ann.listed()).isEmpty();
    }

    @Test
    void whatIsNoListOfIdsIsBadFormat() {
        assertThat(ann.ann().asks(Route.UNBLOCK_USER, Map.of()).errorStatus()).isEqualTo(400);
    }
}

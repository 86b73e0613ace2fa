package parlance.user.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
class SwitchBlockListTest {

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
    void switchedOffItBlocksNobodyAndKeepsItsEntries() {
        ann.block(bob.id());

        ann.ann().asks(Route.BLOCK_LIST_ENABLE, Map.of("enable", false));
        assertThat(ann.blockedInReadModel()).isEmpty();
        assertThat(ann.listed()).containsExactly(bob.id());

        ann.ann().asks(Route.BLOCK_LIST_ENABLE, Map.of("enable", true));
        assertThat(ann.blockedInReadModel()).containsExactly(bob.caller().userId());
    }

    @Test
    void wantsToKnowWhichWay() {
        assertThat(ann.ann().asks(Route.BLOCK_LIST_ENABLE, Map.of()).errorText())
                .isEqualTo("\"enable\" is required");
    }
}

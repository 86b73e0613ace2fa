package parlance.user.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    static CommandClient client;

    @Inject BlockListStore readModel;

    private SignedUpUser bob;
    private BlockListFixture ann;

    @BeforeAll
    static void connect() {
        client = CommandClient.start();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

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

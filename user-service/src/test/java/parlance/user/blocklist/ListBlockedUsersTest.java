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
class ListBlockedUsersTest {

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
    void isTheCallersOwnListOnly() {
        ann.block(bob.id());

        var bobs = bob.asks(Route.LIST_BLOCKED_USERS, Map.of()).response().path("users");

        assertThat(ann.listed()).containsExactly(bob.id());
        assertThat(bobs.isArray()).isTrue();
        assertThat(bobs).isEmpty();
    }
}

package parlance.user.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Position;
import parlance.kit.directory.BlockListStore;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class BlockListChangesTest {

    private final CommandClient client = CommandClient.shared();

    @Inject BlockListStore readModel;
    @Inject BlockListChanges lists;

    private SignedUpUser bob;
    private BlockListFixture ann;

    @BeforeEach
    void signUp() {
        bob = SignedUpUser.newOne(client);
        ann = new BlockListFixture(SignedUpUser.newOne(client), readModel);
    }

    @Test
    void aReplayIsWrittenThroughAgainAndChangesNothing() {
        var id = ann.ann().caller().userId();
        var position = new Position("user.commands-0", 7, 0);
        var users = List.of(bob.caller().userId());
        lists.change(id, position, list -> list.with(users, position));
        readModel.remove(id);

        lists.change(id, position, list -> list.without(users, position));

        assertThat(ann.blockedInReadModel()).containsExactly(bob.caller().userId());
    }

    @Test
    void aLostReadModelIsFilledAgain() {
        ann.block(bob.id());
        var id = ann.ann().caller().userId();
        readModel.remove(id);
        assertThat(readModel.find(List.of(id))).isEmpty();

        assertThat(lists.refill(id).blocked()).containsExactly(bob.caller().userId());

        assertThat(ann.blockedInReadModel()).containsExactly(bob.caller().userId());
    }

    @Test
    void aRefillThatWasOvertakenWritesNothing() {
        var id = ann.ann().caller().userId();
        var token = readModel.beginRefill(id);
        ann.block(bob.id());

        readModel.refill(id, 0, List.of(), token);

        assertThat(ann.blockedInReadModel()).containsExactly(bob.caller().userId());
    }

    @Test
    void whoIsForgottenIsOnNobodysList() {
        ann.block(bob.id());

        lists.forget(bob.caller().userId());
        lists.forget(bob.caller().userId());

        assertThat(ann.listed()).isEmpty();
        assertThat(ann.blockedInReadModel()).isEmpty();
    }
}

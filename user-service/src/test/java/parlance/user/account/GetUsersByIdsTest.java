package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.GET_USERS_BY_IDS;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class GetUsersByIdsTest {

    private final CommandClient client = CommandClient.shared();

    @Test
    void answersTheKnownAndSkipsTheUnknown() {
        var ann = SignedUpUser.newOne(client);
        var bob = SignedUpUser.newOne(client);
        var ids = List.of(ann.id(), "nonsense", bob.id(), CommandClient.mintedId());

        var users = ann.asks(GET_USERS_BY_IDS, Map.of("ids", ids)).response().path("users");

        assertThat(users).containsExactlyInAnyOrder(ann.user(), bob.user());
    }

    @Test
    void anotherOrganizationsUsersAreUnknown() {
        var ann = SignedUpUser.newOne(client);

        var answer = ann.in("other").asks(GET_USERS_BY_IDS, Map.of("ids", List.of(ann.id())));

        assertThat(answer.response().path("users")).isEmpty();
    }

    @Test
    void wantsOneToAHundredIds() {
        var ann = SignedUpUser.newOne(client);

        assertThat(ann.asks(GET_USERS_BY_IDS, Map.of()).errorText())
                .isEqualTo("\"ids\" is required");
        assertThat(ann.asks(GET_USERS_BY_IDS, Map.of("ids", List.of())).errorText())
                .isEqualTo("\"ids\" must contain at least 1 items");
        assertThat(
                        ann.asks(GET_USERS_BY_IDS, Map.of("ids", Collections.nCopies(101, "x")))
                                .errorStatus())
                .isEqualTo(422);
    }
}

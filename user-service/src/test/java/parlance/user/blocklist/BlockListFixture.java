package parlance.user.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.kit.directory.BlockListStore;
import parlance.testing.commands.Answer;
import parlance.user.SignedUpUser;

/** What tests of the block list do again and again. */
record BlockListFixture(SignedUpUser ann, BlockListStore readModel) {

    Answer block(String... ids) {
        return ann.asks(Route.BLOCK_USER, Map.of("ids", List.of(ids)));
    }

    List<String> listed() {
        var users = ann.asks(Route.LIST_BLOCKED_USERS, Map.of()).response().path("users");
        return users.valueStream().map(user -> user.asText()).toList();
    }

    /** What the services that deliver see. */
    Set<UserId> blockedInReadModel() {
        var found = readModel.find(List.of(ann.caller().userId()));
        assertThat(found).containsKey(ann.caller().userId());
        return found.get(ann.caller().userId());
    }
}

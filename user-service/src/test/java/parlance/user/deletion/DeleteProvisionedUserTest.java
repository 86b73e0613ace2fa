package parlance.user.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.CONTACT_ADD;
import static parlance.contracts.Route.CONTACT_LIST;
import static parlance.contracts.Route.END_SESSIONS;
import static parlance.contracts.Route.LEAVE_ALL_CONVERSATIONS;
import static parlance.contracts.Route.REMOVE_USER;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Position;
import parlance.contracts.user.RemoveUser;
import parlance.kit.Command;
import parlance.kit.Effect;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class DeleteProvisionedUserTest {

    private final CommandClient client = CommandClient.shared();

    @Inject DeleteProvisionedUser deleteProvisionedUser;

    @Test
    void whatFollowsIsAsIfTheUserHadDoneItHoweverOften() {
        var ann = SignedUpUser.newOne(client);
        ann.asks(
                CONTACT_ADD,
                Map.of(
                        "first_name",
                        "Bob",
                        "phone",
                        List.of(Map.of("type", "home", "value", "12345"))));

        var first = deleteProvisionedUser.handle(command(ann));
        var again = deleteProvisionedUser.handle(command(ann));

        assertThat(again).isEqualTo(first);
        assertThat(first.reply()).isInstanceOf(Effect.Reply.None.class);
        assertThat(first.events()).hasSize(1);
        assertThat(first.forwards())
                .extracting(Effect.Forward::route)
                .containsExactly(END_SESSIONS, LEAVE_ALL_CONVERSATIONS);
        assertThat(ann.asks(CONTACT_LIST, Map.of()).response().path("contacts")).isEmpty();
    }

    private static Command<RemoveUser> command(SignedUpUser user) {
        return new Command<>(
                REMOVE_USER,
                new RemoveUser(user.caller().organizationId(), user.caller().userId()),
                null,
                null,
                CommandClient.mintedId(),
                new Position("user.commands-0", 1, 0),
                Instant.EPOCH,
                null,
                null);
    }
}

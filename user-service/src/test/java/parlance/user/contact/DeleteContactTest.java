package parlance.user.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.user.contact.ContactFixture.matchOf;
import static parlance.user.contact.ContactFixture.named;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Route;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class DeleteContactTest {

    private final CommandClient client = CommandClient.shared();

    private ContactFixture ann;

    @BeforeEach
    void signUp() {
        ann = new ContactFixture(SignedUpUser.newOne(client));
    }

    @Test
    void removesOnesOwnAndSucceedsForWhatIsNotThere() {
        var id = ann.added(named("Bob", "b@example.org")).path("_id").asText();
        var eve = SignedUpUser.newOne(client);

        eve.asks(Route.CONTACT_DELETE, Map.of("id", id));
        assertThat(ann.listed(Map.of())).hasSize(1);
        assertThat(matchOf(ann.listed(Map.of()).path(0))).isEqualTo("nobody");

        for (var each : new String[] {id, id, "nonsense"}) {
            var answer = ann.ann().asks(Route.CONTACT_DELETE, Map.of("id", each));
            assertThat(answer.response().path("success").asBoolean()).isTrue();
        }
        assertThat(ann.listed(Map.of())).isEmpty();
        assertThat(ann.ann().asks(Route.CONTACT_DELETE, Map.of()).errorText())
                .isEqualTo("Contact id is missed.");
    }
}

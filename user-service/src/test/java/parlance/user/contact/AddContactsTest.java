package parlance.user.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.user.contact.ContactFixture.matchOf;
import static parlance.user.contact.ContactFixture.named;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Route;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class AddContactsTest {

    private final CommandClient client = CommandClient.shared();

    private ContactFixture ann;

    @BeforeEach
    void signUp() {
        ann = new ContactFixture(SignedUpUser.newOne(client));
    }

    @Test
    void takesTheBareList() {
        var contacts = List.of(named("Bob", "b@example.org"), named("Cid", "c@example.org"));

        var added = ann.ann().asks(Route.CONTACTS, contacts).response().path("contacts");

        assertThat(added).hasSize(2);
        assertThat(matchOf(added.path(0))).isEqualTo("nobody");
        assertThat(ann.listed(Map.of())).hasSize(2);
    }
}

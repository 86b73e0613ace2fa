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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesAListOrAnObjectWithOneAndKeepsTheOrder(boolean bare) {
        var contacts = List.of(named("Bob", "b@example.org"), named("Cid", "c@example.org"));
        Object request = bare ? contacts : Map.of("contacts", contacts);

        var added = ann.ann().asks(Route.CONTACT_BATCH_ADD, request).response().path("contacts");

        assertThat(added).hasSize(2);
        assertThat(added.path(0).path("first_name").asText()).isEqualTo("Bob");
        assertThat(added.path(1).path("first_name").asText()).isEqualTo("Cid");
        assertThat(matchOf(added.path(1))).isEqualTo("nobody");
        assertThat(ann.listed(Map.of())).hasSize(2);
    }

    @Test
    void oneBadContactFailsAll() {
        var contacts = List.of(named("Bob", "b@example.org"), Map.of("first_name", "Cid"));

        var answer = ann.ann().asks(Route.CONTACT_BATCH_ADD, contacts);

        assertThat(answer.errorText()).isEqualTo("Email or phone is missed.");
        assertThat(ann.listed(Map.of())).isEmpty();
    }

    @Test
    void refusesAFieldAtFaultAndNothingAtAll() {
        var bad = List.of(named("B", "b@example.org"));

        assertThat(ann.ann().asks(Route.CONTACT_BATCH_ADD, bad).errorStatus()).isEqualTo(422);
        assertThat(ann.ann().asks(Route.CONTACT_BATCH_ADD, Map.of()).errorText())
                .isEqualTo("\"contacts\" is required");
    }
}

package parlance.user.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.user.contact.ContactFixture.matchOf;
import static parlance.user.contact.ContactFixture.named;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
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
class UpdateContactTest {

    private final CommandClient client = CommandClient.shared();

    private ContactFixture ann;

    @BeforeEach
    void signUp() {
        ann = new ContactFixture(SignedUpUser.newOne(client));
    }

    @Test
    void changesWhatIsGivenAndMovesTheTime() {
        var bob = ann.added(named("Bob", "b@example.org"));
        var id = bob.path("_id").asText();

        var changed = update(id, Map.of("company", "Acme")).path("contact");

        assertThat(changed.path("company").asText()).isEqualTo("Acme");
        assertThat(changed.path("first_name").asText()).isEqualTo("Bob");
        assertThat(changed.path("created_at")).isEqualTo(bob.path("created_at"));
        assertThat(changed.path("updated_at").asText())
                .isGreaterThan(bob.path("updated_at").asText());
    }

    @Test
    void replacesListsWholeAndMatchesAgain() {
        var email = SignedUpUser.newName() + "@example.org";
        var eve = SignedUpUser.with(client, Map.of("email", email));
        var id = ann.added(named("Bob", "b@example.org")).path("_id").asText();

        var changed = update(id, named("Eve", email)).path("contact");

        assertThat(changed.path("email")).hasSize(1);
        assertThat(matchOf(changed)).isEqualTo(eve.id());
    }

    @Test
    void onlyOnesOwn() {
        var id = ann.added(named("Bob", "b@example.org")).path("_id").asText();
        var eve = SignedUpUser.newOne(client);

        for (var wrong : List.of(id, "nonsense", CommandClient.mintedId())) {
            var answer = eve.asks(Route.CONTACT_UPDATE, Map.of("id", wrong, "company", "Acme"));
            assertThat(answer.errorText()).isEqualTo("Contact not found.");
        }
        assertThat(eve.asks(Route.CONTACT_UPDATE, Map.of()).errorText())
                .isEqualTo("Contact id is missed.");
    }

    private com.fasterxml.jackson.databind.JsonNode update(String id, Map<String, ?> fields) {
        var request = new HashMap<String, Object>(fields);
        request.put("id", id);
        return ann.ann().asks(Route.CONTACT_UPDATE, request).response();
    }
}

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
import org.junit.jupiter.params.provider.CsvSource;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class ListContactsTest {

    private final CommandClient client = CommandClient.shared();

    private ContactFixture ann;

    @BeforeEach
    void signUp() {
        ann = new ContactFixture(SignedUpUser.newOne(client));
    }

    @Test
    void newestFirstAndAsManyAsWanted() {
        ann.added(named("Bob", "b@example.org"));
        ann.added(named("Cid", "c@example.org"));

        assertThat(ann.listed(Map.of())).hasSize(2);
        assertThat(ann.listed(Map.of("limit", 1)).path(0).path("first_name").asText())
                .isEqualTo("Cid");
        assertThat(matchOf(ann.listed(Map.of()).path(0))).isEqualTo("nobody");
    }

    @Test
    void whatChangedSinceByDateOrRange() {
        var bob = ann.added(named("Bob", "b@example.org"));
        var time = bob.path("updated_at").asText();

        assertThat(ann.listed(Map.of("updated_at", time))).isEmpty();
        assertThat(ann.listed(Map.of("updated_at", "2020-01-01T00:00:00Z"))).hasSize(1);
        assertThat(ann.listed(Map.of("updated_at", 0))).hasSize(1);
        assertThat(ann.listed(Map.of("updated_at", Map.of("gt", 0, "lt", time)))).isEmpty();
        assertThat(ann.listed(Map.of("updated_at", ""))).hasSize(1);
        assertThat(ann.ann().asks(Route.CONTACT_LIST, Map.of("updated_at", "soon")).errorText())
                .isEqualTo("\"updated_at\" must be a valid date");
    }

    @Test
    void thoseNamed() {
        var bob = ann.added(named("Bob", "b@example.org"));
        ann.added(named("Cid", "c@example.org"));

        var ids = List.of(bob.path("_id").asText(), "nonsense");

        assertThat(ann.listed(Map.of("ids", ids))).containsExactly(bob);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'limit':0}                        | \"limit\" must be greater than or equal to 1",
                "{'limit':101}                      | \"limit\" must be less than or equal to 100",
                "{'ids':[1,2,3,4,5,6,7,8,9,10,11]}  | \"ids\" must be an array",
                "{'ids':['1','2','3','4','5','6','7','8','9','10','11']}"
                        + " | \"ids\" must contain less than or equal to 10 items"
            })
    void withinTheLimits(String request, String complaint) {
        var answer =
                ann.ann()
                        .asks(Route.CONTACT_LIST, Json.read(request.replace('\'', '"'), Map.class));

        assertThat(answer.errorText()).isEqualTo(complaint);
    }

    @Test
    void onlyOnesOwnInOnesOwnOrganization() {
        ann.added(named("Bob", "b@example.org"));

        assertThat(new ContactFixture(SignedUpUser.newOne(client)).listed(Map.of())).isEmpty();
        assertThat(new ContactFixture(ann.ann().in("other")).listed(Map.of())).isEmpty();
    }
}

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
class AddContactTest {

    private final CommandClient client = CommandClient.shared();

    private ContactFixture ann;

    @BeforeEach
    void signUp() {
        ann = new ContactFixture(SignedUpUser.newOne(client));
    }

    @Test
    void answersTheContact() {
        var contact = ann.added(named("Bob", "bob@example.org"));

        assertThat(contact.path("_id").asText()).hasSize(24);
        assertThat(contact.path("first_name").asText()).isEqualTo("Bob");
        assertThat(contact.path("email").path(0).path("type").asText()).isEqualTo("home");
        assertThat(contact.path("user_id").asText()).isEqualTo(ann.ann().id());
        assertThat(contact.has("phone")).isFalse();
        assertThat(matchOf(contact)).isEqualTo("nobody");
    }

    @Test
    void matchesRegisteredUsersWheneverTheySignUpChangeOrGiveUpTheirEmail() {
        var email = SignedUpUser.newName() + "@Example.org";
        var contact = ann.added(named("Bob", email.toLowerCase(java.util.Locale.ROOT)));
        var bob = SignedUpUser.with(client, Map.of("email", email));

        assertThat(matchOf(ann.listed(Map.of()).path(0))).isEqualTo(bob.id());

        bob.asks(Route.USER_EDIT, Map.of("email", "new" + email));
        var now = ann.listed(Map.of()).path(0);
        assertThat(matchOf(now)).isEqualTo("nobody");
        assertThat(now.path("email").path(0).path("value"))
                .isEqualTo(contact.path("email").path(0).path("value"));
    }

    @Test
    void matchesByPhoneToo() {
        var phone = "+" + Math.abs(SignedUpUser.newName().hashCode());
        var bob = SignedUpUser.with(client, Map.of("phone", phone));

        var contact =
                ann.added(
                        Map.of(
                                "last_name",
                                "Builder",
                                "phone",
                                List.of(Map.of("type", "work", "value", phone))));

        assertThat(contact.path("phone").path(0).path("matched_user_id").asText())
                .isEqualTo(bob.id());
    }

    @Test
    void wantsAWayToReachSomebodyAndThenAName() {
        var nothing = ann.add(Map.of());
        var empty = ann.add(Map.of("first_name", "Bob", "email", List.of()));
        var nameless = ann.add(ContactFixture.without("first_name"));

        assertThat(nothing.errorText()).isEqualTo("Email or phone is missed.");
        assertThat(empty.errorText()).isEqualTo("Email or phone is missed.");
        assertThat(nameless.errorText()).isEqualTo("'first_name' or 'last_name' is missed.");
    }

    @Test
    void refusesAFieldAtFault() {
        assertThat(ann.add(named("B", "bob@example.org")).errorText())
                .isEqualTo("\"first_name\" length must be at least 2 characters long");
        assertThat(ann.add(Map.of("first_name", "Bob", "email", List.of("x"))).errorStatus())
                .isEqualTo(422);
    }

    @Test
    void theSameCommandTwiceAddsOneContact() {
        var id = CommandClient.mintedId();
        var request = named("Bob", "bob@example.org");
        client.ask(Route.CONTACT_ADD, ann.ann().caller(), request, id);
        client.ask(Route.CONTACT_ADD, ann.ann().caller(), request, id);

        assertThat(ann.listed(Map.of())).hasSize(1);
    }
}

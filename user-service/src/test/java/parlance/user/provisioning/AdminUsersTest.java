package parlance.user.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.contracts.Json;
import parlance.contracts.Topic;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.ServiceDoor;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class AdminUsersTest {

    private final CommandClient client = CommandClient.shared();

    @TestHTTPResource URI base;

    private final String login = SignedUpUser.newName();

    @Test
    void opensAnAccountThatOthersHearOf() {
        var answer =
                ServiceDoor.ofAdministrators(base)
                        .post("/admin/users", Map.of("login", login, "first_name", "Ann"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var user = answer.json().path("user");
        assertThat(user.path("login").asText()).isEqualTo(login);
        assertThat(user.path("first_name").asText()).isEqualTo("Ann");
        try (var events = client.view(Topic.USER_EVENTS)) {
            var saved = events.await(seen -> user.path("_id").asText().equals(seen.key()));
            assertThat(saved.value().path("user")).isEqualTo(user);
        }
    }

    @Test
    void withAPasswordTheUserSignsIn() {
        ServiceDoor.ofAdministrators(base)
                .post("/admin/users", Map.of("login", login, "password", "secret"));

        var credentials =
                Map.of("organization_id", "default", "login", login, "password", "secret");
        assertThat(
                        ServiceDoor.ofServices(base)
                                .post("/internal/users/verify", credentials)
                                .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                     | 422 | The login provided is incorrect.",
                "{'login':'ab'}                         | 422 | The login provided is incorrect.",
                "{'login':'abc','password':'ab'}        | 422 | The password entered is incorrect.",
                "{'login':'abc','email':'x'}            | 422 | \"email\" fails to match the required pattern",
                "[]                                     | 422 | \"value\" must be of type object",
                "null                                   | 422 | \"value\" is required"
            })
    void fieldsAreCheckedAsAtASignUp(String body, int status, String message) {
        var answer =
                ServiceDoor.ofAdministrators(base)
                        .post("/admin/users", Json.read(body.replace('\'', '"'), JsonNode.class));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo(message);
    }

    @Test
    void aLoginThatIsTakenIsRefused() {
        var ann = SignedUpUser.newOne(client);

        var answer =
                ServiceDoor.ofAdministrators(base)
                        .post("/admin/users", Map.of("login", ann.login()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .isEqualTo(
                        "The provided data is already associated with an existing user account.");
    }

    @Test
    void anOrganizationThatIsNoneIsNotFound() {
        var answer =
                ServiceDoor.ofAdministrators(base)
                        .post("/admin/users?organizationId=none", Map.of("login", login));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("Organization not found");
    }

    @Test
    void letsNobodyInWithoutTheKey() {
        var answer = ServiceDoor.ofStrangers(base).post("/admin/users", Map.of("login", login));

        assertThat(answer.status()).isEqualTo(401);
    }
}

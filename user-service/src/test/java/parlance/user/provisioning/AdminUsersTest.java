package parlance.user.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static parlance.testing.http.ServiceRequests.administrator;
import static parlance.testing.http.ServiceRequests.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.contracts.Json;
import parlance.contracts.Topic;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class AdminUsersTest {

    private final CommandClient client = CommandClient.shared();

    private final String login = SignedUpUser.newName();

    @Test
    void opensAnAccountThatOthersHearOf() {
        var answer =
                administrator()
                        .body(Map.of("login", login, "first_name", "Ann"))
                        .post("/admin/users");

        answer.then().statusCode(201);
        var user = answer.as(JsonNode.class).path("user");
        assertThat(user.path("login").asText()).isEqualTo(login);
        assertThat(user.path("first_name").asText()).isEqualTo("Ann");
        try (var events = client.view(Topic.USER_EVENTS)) {
            var saved = events.await(seen -> user.path("_id").asText().equals(seen.key()));
            assertThat(saved.value().path("user")).isEqualTo(user);
        }
    }

    @Test
    void withAPasswordTheUserSignsIn() {
        administrator().body(Map.of("login", login, "password", "secret")).post("/admin/users");

        var credentials =
                Map.of("organization_id", "default", "login", login, "password", "secret");
        service().body(credentials).post("/internal/users/verify").then().statusCode(200);
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
                administrator()
                        .body(Json.read(body.replace('\'', '"'), JsonNode.class))
                        .post("/admin/users");

        answer.then().statusCode(status).body(equalTo(message));
    }

    @Test
    void aLoginThatIsTakenIsRefused() {
        var ann = SignedUpUser.newOne(client);

        var answer = administrator().body(Map.of("login", ann.login())).post("/admin/users");

        answer.then()
                .statusCode(422)
                .body(
                        equalTo(
                                "The provided data is already associated with an existing user account."));
    }

    @Test
    void anOrganizationThatIsNoneIsNotFound() {
        var answer =
                administrator()
                        .body(Map.of("login", login))
                        .post("/admin/users?organizationId=none");

        answer.then().statusCode(404).body(equalTo("Organization not found"));
    }

    @Test
    void letsNobodyInWithoutTheKey() {
        var answer = administrator("a guess").body(Map.of("login", login)).post("/admin/users");

        answer.then().statusCode(401);
    }
}

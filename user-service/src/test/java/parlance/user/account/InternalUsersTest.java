package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.testing.http.ServiceRequests.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.testing.commands.CommandClient;
import parlance.testing.http.Requests;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class InternalUsersTest {

    private final CommandClient client = CommandClient.shared();

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void findsTheUsersOfTheOrganizationAndSkipsUnknownIds() {
        var ann = signUp("a" + newName());
        var ids = List.of(ann.path("_id").asText(), CommandClient.mintedId(), "no id at all");

        var answer = ask("find", Map.of("organization_id", "default", "ids", ids));

        answer.then().statusCode(200);
        assertThat(answer.as(JsonNode.class))
                .isEqualTo(Json.mapper().valueToTree(Map.of("users", List.of(ann))));
    }

    @Test
    void anotherOrganizationsIdsNameNobody() {
        var ann = signUp("a" + newName());
        var ids = List.of(ann.path("_id").asText());

        var answer = ask("find", Map.of("organization_id", "other", "ids", ids));

        assertThat(answer.asString()).isEqualTo("{\"users\":[]}");
    }

    @Test
    void givesTheUserForTheRightPasswordOnly() {
        var login = "a" + newName();
        var ann = signUp(login);

        assertThat(verify(login.toUpperCase(java.util.Locale.ROOT), "secret"))
                .satisfies(answer -> answer.then().statusCode(200))
                .satisfies(answer -> assertThat(answer.as(JsonNode.class)).isEqualTo(ann));
        verify(login, "wrong").then().statusCode(404);
        verify("nobody-" + newName(), "secret").then().statusCode(404);
    }

    @Test
    void findsAUserByAddressInItsOrganizationOnly() {
        var email = newName() + "@example.com";
        var ann = SignedUpUser.with(client, Map.of("email", email)).user();
        var upper = email.toUpperCase(java.util.Locale.ROOT);

        var found = ask("find-by-email", Map.of("organization_id", "default", "email", upper));
        var elsewhere = ask("find-by-email", Map.of("organization_id", "other", "email", email));

        assertThat(found.as(JsonNode.class)).isEqualTo(ann);
        elsewhere.then().statusCode(404);
    }

    @Test
    void letsOnlyServicesIn() {
        var question = Map.of("organization_id", "default", "ids", List.of());

        service("another token").body(question).post("/internal/users/find").then().statusCode(401);
    }

    @Test
    void isReadyWhenItsDependenciesAnswer() {
        var answer = Requests.toAnywhere().get(ready);

        answer.then().statusCode(200);
        assertThat(answer.asString()).contains("MongoDB").contains("Redis").contains("consumers");
    }

    private static Response verify(String login, String password) {
        return ask(
                "verify",
                Map.of("organization_id", "default", "login", login, "password", password));
    }

    private static Response ask(String path, Object question) {
        return service().body(question).post("/internal/users/" + path);
    }

    private JsonNode signUp(String login) {
        return client.ask(Route.USER_CREATE, null, Map.of("login", login, "password", "secret"))
                .response()
                .path("user");
    }

    private static String newName() {
        return UUID.randomUUID().toString().substring(0, 13);
    }
}

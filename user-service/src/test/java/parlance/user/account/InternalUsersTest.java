package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class InternalUsersTest {

    private final CommandClient client = CommandClient.shared();

    @ConfigProperty(name = "parlance.service-token")
    String serviceToken;

    @TestHTTPResource("/internal/users/")
    URI users;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void findsTheUsersOfTheOrganizationAndSkipsUnknownIds() throws Exception {
        var ann = signUp("a" + newName());
        var ids = List.of(ann.path("_id").asText(), CommandClient.mintedId(), "no id at all");

        var answer = ask("find", Map.of("organization_id", "default", "ids", ids), serviceToken);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.read(answer.body(), JsonNode.class))
                .isEqualTo(Json.mapper().valueToTree(Map.of("users", List.of(ann))));
    }

    @Test
    void anotherOrganizationsIdsNameNobody() throws Exception {
        var ann = signUp("a" + newName());
        var ids = List.of(ann.path("_id").asText());

        var answer = ask("find", Map.of("organization_id", "other", "ids", ids), serviceToken);

        assertThat(answer.body()).isEqualTo("{\"users\":[]}");
    }

    @Test
    void givesTheUserForTheRightPasswordOnly() throws Exception {
        var login = "a" + newName();
        var ann = signUp(login);

        assertThat(verify(login.toUpperCase(java.util.Locale.ROOT), "secret"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .satisfies(answer ->
                        assertThat(Json.read(answer.body(), JsonNode.class)).isEqualTo(ann));
        assertThat(verify(login, "wrong").statusCode()).isEqualTo(404);
        assertThat(verify("nobody-" + newName(), "secret").statusCode()).isEqualTo(404);
    }

    @Test
    void findsAUserByAddressInItsOrganizationOnly() throws Exception {
        var email = newName() + "@example.com";
        var ann = SignedUpUser.with(client, Map.of("email", email)).user();
        var upper = email.toUpperCase(java.util.Locale.ROOT);

        var found =
                ask(
                        "find-by-email",
                        Map.of("organization_id", "default", "email", upper),
                        serviceToken);
        var elsewhere =
                ask(
                        "find-by-email",
                        Map.of("organization_id", "other", "email", email),
                        serviceToken);

        assertThat(Json.read(found.body(), JsonNode.class)).isEqualTo(ann);
        assertThat(elsewhere.statusCode()).isEqualTo(404);
    }

    @Test
    void letsOnlyServicesIn() throws Exception {
        var question = Map.of("organization_id", "default", "ids", List.of());

        assertThat(ask("find", question, "another token").statusCode()).isEqualTo(401);
    }

    @Test
    void isReadyWhenItsDependenciesAnswer() throws Exception {
        var request = HttpRequest.newBuilder(ready).build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("MongoDB").contains("Redis").contains("consumers");
    }

    private HttpResponse<String> verify(String login, String password) throws Exception {
        return ask(
                "verify",
                Map.of("organization_id", "default", "login", login, "password", password),
                serviceToken);
    }

    private HttpResponse<String> ask(String path, Object question, String token) throws Exception {
        var request =
                HttpRequest.newBuilder(users.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(question)))
                        .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
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

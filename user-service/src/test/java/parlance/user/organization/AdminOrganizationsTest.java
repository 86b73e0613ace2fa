package parlance.user.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.contracts.Json;
import parlance.contracts.Route;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class AdminOrganizationsTest {

    private final CommandClient client = CommandClient.shared();

    @ConfigProperty(name = "parlance.admin.api-key")
    String key;

    @TestHTTPResource("/admin/organization")
    URI route;

    private final String name = "Acme " + UUID.randomUUID();

    @Test
    void opensAnOrganizationInWhichLoginsAreItsOwn() throws Exception {
        var answer = open(Map.of("name", name), key);

        assertThat(answer.statusCode()).isEqualTo(200);
        var organization = Json.read(answer.body(), JsonNode.class).path("organization");
        assertThat(organization.path("name").asText()).isEqualTo(name);
        assertThat(organization.path("created_at").asText()).endsWith("Z");
        var id = organization.path("_id").asText();
        var login = UUID.randomUUID().toString().substring(0, 12);
        assertThat(signUp(login, "default").response().has("user")).isTrue();
        assertThat(signUp(login, id).response().has("user")).isTrue();
        assertThat(signUp(login, id).errorStatus()).isEqualTo(422);
    }

    @Test
    void wantsANameOfItsOwn() throws Exception {
        open(Map.of("name", name), key);

        assertThat(open(Map.of("name", name), key).statusCode()).isEqualTo(422);
        assertThat(open(Map.of(), key).body()).isEqualTo("\"name\" is required");
    }

    @Test
    void letsNobodyInWithoutTheKey() throws Exception {
        var answer = open(Map.of("name", name), "another key");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("Unauthorized.");
    }

    private Answer signUp(String login, String organization) {
        return client.ask(
                Route.USER_CREATE,
                null,
                Map.of("login", login, "password", "secret", "organization_id", organization));
    }

    private HttpResponse<String> open(Object body, String shownKey) throws Exception {
        var request =
                HttpRequest.newBuilder(route)
                        .header("Content-Type", "application/json")
                        .header("admin-api-key", shownKey)
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                        .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}

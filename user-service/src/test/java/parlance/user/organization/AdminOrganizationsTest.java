package parlance.user.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static parlance.testing.http.ServiceRequests.administrator;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.contracts.Route;
import parlance.testing.commands.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class AdminOrganizationsTest {

    private static final String PATH = "/admin/organization";

    private final CommandClient client = CommandClient.shared();

    private final String name = "Acme " + UUID.randomUUID();

    @Test
    void opensAnOrganizationInWhichLoginsAreItsOwn() {
        var answer = open(Map.of("name", name));

        answer.then().statusCode(200);
        var organization = answer.as(JsonNode.class).path("organization");
        assertThat(organization.path("name").asText()).isEqualTo(name);
        assertThat(organization.path("created_at").asText()).endsWith("Z");
        var id = organization.path("_id").asText();
        var login = UUID.randomUUID().toString().substring(0, 12);
        assertThat(signUp(login, "default").response().has("user")).isTrue();
        assertThat(signUp(login, id).response().has("user")).isTrue();
        assertThat(signUp(login, id).errorStatus()).isEqualTo(422);
    }

    @Test
    void wantsANameOfItsOwn() {
        open(Map.of("name", name));

        open(Map.of("name", name)).then().statusCode(422);
        open(Map.of()).then().body(equalTo("\"name\" is required"));
    }

    @Test
    void letsNobodyInWithoutTheKey() {
        var answer = administrator("another key").body(Map.of("name", name)).post(PATH);

        answer.then().statusCode(401).body(equalTo("Unauthorized."));
    }

    private Answer signUp(String login, String organization) {
        return client.ask(
                Route.USER_CREATE,
                null,
                Map.of("login", login, "password", "secret", "organization_id", organization));
    }

    private static Response open(Object body) {
        return administrator().body(body).post(PATH);
    }
}

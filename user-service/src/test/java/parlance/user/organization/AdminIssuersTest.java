package parlance.user.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static parlance.testing.http.ServiceRequests.administrator;
import static parlance.testing.http.ServiceRequests.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class AdminIssuersTest {

    private static final String PATH = "/admin/organization/default/issuers";

    private final String issuer = "https://id.example.com/" + UUID.randomUUID();

    @Test
    void anIssuerIsTrustedUntilItIsTakenBack() {
        var answer = administrator().body(request("chat", "https://id.example.com/jwks")).put(PATH);

        answer.then().statusCode(200);
        assertThat(answer.as(JsonNode.class).path("issuers").toString()).contains(issuer);
        assertThat(trusted().path("issuers"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.path("organization_id").asText()).isEqualTo("default");
                    assertThat(found.path("jwks_url").asText())
                            .isEqualTo("https://id.example.com/jwks");
                    assertThat(found.path("user_claim").asText()).isEqualTo("sub");
                });

        var query = "?audience=chat&issuer=" + URLEncoder.encode(issuer, StandardCharsets.UTF_8);
        assertThat(administrator().delete(PATH + query).asString()).doesNotContain(issuer);
        assertThat(trusted().path("issuers")).isEmpty();
    }

    @Test
    void theSameAudienceIsChangedAndAnotherOneAdded() {
        administrator().body(request("chat", "https://id.example.com/old")).put(PATH);
        administrator().body(request("chat", "https://id.example.com/new")).put(PATH);
        administrator().body(request("web", "https://id.example.com/new")).put(PATH);

        assertThat(trusted().path("issuers"))
                .hasSize(2)
                .allMatch(found -> found.path("jwks_url").asText().endsWith("/new"));
    }

    @Test
    void anAudienceBelongsToOneOrganization() {
        var other = administrator().body(Map.of("name", issuer)).post("/admin/organization");
        var id = other.as(JsonNode.class).path("organization").path("_id").asText();
        administrator().body(request("chat", "https://id.example.com/jwks")).put(PATH);

        var answer =
                administrator()
                        .body(request("chat", "https://evil.example.com/jwks"))
                        .put("/admin/organization/" + id + "/issuers");

        answer.then().statusCode(422);
        assertThat(trusted().path("issuers"))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.path("organization_id").asText()).isEqualTo("default"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.com/jwks",
                "https://user:pw@id.example.com/jwks",
                "file:///etc/passwd",
                "https:jwks",
                "not a url"
            })
    void keysAreFetchedOverTlsOnly(String url) {
        var answer = administrator().body(request("chat", url)).put(PATH);

        answer.then().statusCode(422).body(equalTo("\"jwksUrl\" must be an https URL"));
    }

    @Test
    void eachFieldIsNeeded() {
        assertThat(administrator().body(Map.of()).put(PATH).asString())
                .isEqualTo("\"issuer\" is required");
        administrator().delete(PATH).then().statusCode(422);
        administrator().get("/admin/organization/none/issuers").then().statusCode(404);
        administrator("a guess").get(PATH).then().statusCode(401);
    }

    private Map<String, String> request(String audience, String url) {
        return Map.of("issuer", issuer, "audience", audience, "jwksUrl", url);
    }

    private JsonNode trusted() {
        return service()
                .body(Map.of("issuer", issuer))
                .post("/internal/issuers/find")
                .as(JsonNode.class);
    }
}

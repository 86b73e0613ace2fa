package parlance.user.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.ServiceDoor;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class AdminIssuersTest {

    private static final String PATH = "/admin/organization/default/issuers";

    @TestHTTPResource URI base;

    private final String issuer = "https://id.example.com/" + UUID.randomUUID();
    private ServiceDoor admin;

    @BeforeEach
    void enter() {
        admin = ServiceDoor.ofAdministrators(base);
    }

    @Test
    void anIssuerIsTrustedUntilItIsTakenBack() {
        var answer = admin.put(PATH, request("chat", "https://id.example.com/jwks"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("issuers").toString()).contains(issuer);
        assertThat(trusted().path("issuers"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.path("organization_id").asText()).isEqualTo("default");
                    assertThat(found.path("jwks_url").asText())
                            .isEqualTo("https://id.example.com/jwks");
                    assertThat(found.path("user_claim").asText()).isEqualTo("sub");
                });

        var query = "?audience=chat&issuer=" + URLEncoder.encode(issuer, StandardCharsets.UTF_8);
        assertThat(admin.delete(PATH + query).text()).doesNotContain(issuer);
        assertThat(trusted().path("issuers")).isEmpty();
    }

    @Test
    void theSameAudienceIsChangedAndAnotherOneAdded() {
        admin.put(PATH, request("chat", "https://id.example.com/old"));
        admin.put(PATH, request("chat", "https://id.example.com/new"));
        admin.put(PATH, request("web", "https://id.example.com/new"));

        assertThat(trusted().path("issuers"))
                .hasSize(2)
                .allMatch(found -> found.path("jwks_url").asText().endsWith("/new"));
    }

    @Test
    void anAudienceBelongsToOneOrganization() {
        var other = admin.post("/admin/organization", Map.of("name", issuer));
        var id = other.json().path("organization").path("_id").asText();
        admin.put(PATH, request("chat", "https://id.example.com/jwks"));

        var answer =
                admin.put(
                        "/admin/organization/" + id + "/issuers",
                        request("chat", "https://evil.example.com/jwks"));

        assertThat(answer.status()).isEqualTo(422);
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
        var answer = admin.put(PATH, request("chat", url));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).isEqualTo("\"jwksUrl\" must be an https URL");
    }

    @Test
    void eachFieldIsNeeded() {
        assertThat(admin.put(PATH, Map.of()).text()).isEqualTo("\"issuer\" is required");
        assertThat(admin.delete(PATH).status()).isEqualTo(422);
        assertThat(admin.get("/admin/organization/none/issuers").status()).isEqualTo(404);
        assertThat(ServiceDoor.ofStrangers(base).get(PATH).status()).isEqualTo(401);
    }

    private Map<String, String> request(String audience, String url) {
        return Map.of("issuer", issuer, "audience", audience, "jwksUrl", url);
    }

    private JsonNode trusted() {
        return ServiceDoor.ofServices(base)
                .post("/internal/issuers/find", Map.of("issuer", issuer))
                .json();
    }
}

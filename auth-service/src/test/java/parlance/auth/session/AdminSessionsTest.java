package parlance.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.auth.Logins.json;
import static parlance.testing.http.ServiceRequests.administrator;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.auth.Logins;
import parlance.auth.UserServiceStandIn;
import parlance.testing.http.SessionTokens;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class AdminSessionsTest {

    @ConfigProperty(name = "parlance.admin.api-key")
    String key;

    private final String login = UUID.randomUUID().toString().substring(0, 12);

    @Test
    void signsAUserOutOnEveryDeviceHoweverOften() {
        var phone = signIn("phone");
        var laptop = signIn("laptop");

        assertThat(end("", key)).isEqualTo(200);
        assertThat(end("", key)).isEqualTo(200);

        assertThat(renews(phone, "phone")).isFalse();
        assertThat(renews(laptop, "laptop")).isFalse();
        assertThat(renews(signIn("phone"), "phone")).isTrue();
    }

    @Test
    void listsTheSessionsAndEndsTheOneNamed() {
        var phone = signIn("phone");
        var laptop = signIn("laptop");

        var sessions = ask("GET", "", key).as(JsonNode.class).path("sessions");
        assertThat(sessions)
                .hasSize(2)
                .allSatisfy(session ->
                        assertThat(Instant.parse(session.path("created_at").asText()))
                                .isBetween(Instant.now().minusSeconds(60), Instant.now()));
        var ended =
                sessions.valueStream()
                        .filter(session -> session.path("device_id").asText().equals("phone"))
                        .findFirst()
                        .orElseThrow();
        ask("DELETE", "/" + ended.path("_id").asText(), key);

        assertThat(renews(phone, "phone")).isFalse();
        assertThat(renews(laptop, "laptop")).isTrue();
        assertThat(ask("GET", "?organizationId=other", key).as(JsonNode.class).path("sessions"))
                .isEmpty();
    }

    @Test
    void nobodyElseIsSignedOut() {
        var phone = signIn("phone");

        assertThat(end("?organizationId=other", key)).isEqualTo(200);
        assertThat(end("", "a guess")).isEqualTo(401);

        assertThat(renews(phone, "phone")).isTrue();
    }

    private SessionTokens signIn(String device) {
        return Logins.signIn(login, device);
    }

    private static boolean renews(SessionTokens session, String device) {
        var body = "{\"device_id\":\"" + device + "\"}";
        return json(body).header("Cookie", session.cookie()).post("/login").statusCode() == 200;
    }

    private int end(String query, String shownKey) {
        return ask("DELETE", query, shownKey).statusCode();
    }

    private Response ask(String method, String rest, String shownKey) {
        var path = "/admin/users/" + UserServiceStandIn.idOf(login) + "/sessions" + rest;
        return administrator(shownKey).request(method, path);
    }
}

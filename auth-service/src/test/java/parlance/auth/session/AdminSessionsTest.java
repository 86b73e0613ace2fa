package parlance.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import parlance.auth.HttpDoor;
import parlance.auth.UserServiceStandIn;
import parlance.testing.client.Answer;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class AdminSessionsTest {

    @TestHTTPResource URI base;

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

        var sessions = ask("GET", "", key).json().path("sessions");
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
        assertThat(ask("GET", "?organizationId=other", key).json().path("sessions")).isEmpty();
    }

    @Test
    void nobodyElseIsSignedOut() {
        var phone = signIn("phone");

        assertThat(end("?organizationId=other", key)).isEqualTo(200);
        assertThat(end("", "a guess")).isEqualTo(401);

        assertThat(renews(phone, "phone")).isTrue();
    }

    private HttpDoor.Answer signIn(String device) {
        return new HttpDoor(base).logIn(login, device);
    }

    private boolean renews(HttpDoor.Answer session, String device) {
        var body = "{\"device_id\":\"" + device + "\"}";
        return new HttpDoor(base).post("/login", body, "Cookie", session.cookie()).status() == 200;
    }

    private int end(String query, String shownKey) {
        return ask("DELETE", query, shownKey).status();
    }

    private Answer ask(String method, String rest, String shownKey) {
        var door =
                new parlance.testing.client.HttpDoor(
                        URI.create(base.toString().replaceFirst("/$", "")));
        var path = "/admin/users/" + UserServiceStandIn.idOf(login) + "/sessions" + rest;
        return door.send(method, path, BodyPublishers.noBody(), Map.of("admin-api-key", shownKey));
    }
}

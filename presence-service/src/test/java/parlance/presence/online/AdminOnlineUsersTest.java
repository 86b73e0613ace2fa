package parlance.presence.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Json;
import parlance.contracts.Position;
import parlance.contracts.presence.OnlineCount;
import parlance.presence.Crowd;
import parlance.presence.OtherServices;
import parlance.presence.state.Presence;
import parlance.presence.state.PresenceStore;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class AdminOnlineUsersTest {

    @ConfigProperty(name = "parlance.admin.api-key")
    String key;

    @ConfigProperty(name = "parlance.service-token")
    String token;

    @TestHTTPResource("/admin/activity/online")
    URI route;

    @TestHTTPResource("/internal/online/count")
    URI count;

    @Inject PresenceStore presences;

    private final String organization = Crowd.organization();
    private final Caller ann = Crowd.personIn(organization);

    @BeforeEach
    void arrive() {
        var by = new Position("connections-0", 1, 0);
        presences.replace(
                List.of(Presence.arrived(ann.userId(), ann.organizationId(), Instant.EPOCH, by)));
    }

    @Test
    void answersAsTheSocketDoesForAnyOrganization() throws Exception {
        var id = ann.userId().value();

        assertThat(post(Map.of("organizationId", organization, "count", true)).body())
                .isEqualTo("{\"count\":1}");
        assertThat(post(Map.of("organizationId", organization, "idsOnly", true)).body())
                .isEqualTo("{\"users\":[\"" + id + "\"]}");
        var users = post(Map.of("organizationId", organization, "userId", "whoever"));
        assertThat(users.statusCode()).isEqualTo(200);
        assertThat(users.body()).contains("\"login\":\"login-" + id + "\"");
    }

    @Test
    void withoutAnOrganizationTheDefaultOneIsMeant() throws Exception {
        assertThat(post(Map.of("idsOnly", true, "limit", 100)).body())
                .doesNotContain(ann.userId().value());
    }

    @Test
    void refusesAsTheSocketDoes() throws Exception {
        var refused = post(Map.of("organizationId", organization, "limit", 101));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).isEqualTo("\"limit\" must be less than or equal to 100");
        assertThat(post(Map.of("organizationId", 5)).body())
                .isEqualTo("\"organizationId\" must be a string");
    }

    @Test
    void nobodyGetsInWithoutTheKey() throws Exception {
        key = "wrong";

        assertThat(post(Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void otherServicesAreToldHowManyAreOnlineAltogether() throws Exception {
        var request = HttpRequest.newBuilder(count).header("Authorization", "Bearer " + token);

        var answer = send(request.build());

        assertThat(Json.read(answer.body(), OnlineCount.class).users()).isPositive();
        assertThat(send(HttpRequest.newBuilder(count).build()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> post(Object body) throws Exception {
        return send(
                HttpRequest.newBuilder(route)
                        .header("admin-api-key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                        .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}

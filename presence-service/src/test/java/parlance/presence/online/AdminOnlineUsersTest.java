package parlance.presence.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static parlance.testing.http.ServiceRequests.administrator;
import static parlance.testing.http.ServiceRequests.anonymous;
import static parlance.testing.http.ServiceRequests.service;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.Position;
import parlance.internalapi.presence.OnlineCount;
import parlance.presence.OtherServices;
import parlance.presence.PresenceFixture;
import parlance.presence.state.Presence;
import parlance.presence.state.PresenceStore;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(OtherServices.class)
class AdminOnlineUsersTest {

    private static final String PATH = "/admin/activity/online";

    @Inject PresenceStore presences;

    private final String organization = PresenceFixture.organization();
    private final Caller ann = PresenceFixture.personIn(organization);

    @BeforeEach
    void arrive() {
        var by = new Position("connections-0", 1, 0);
        presences.replace(
                List.of(Presence.arrived(ann.userId(), ann.organizationId(), Instant.EPOCH, by)));
    }

    @Test
    void answersAsTheSocketDoesForAnyOrganization() {
        var id = ann.userId().value();

        assertThat(post(Map.of("organizationId", organization, "count", true)).asString())
                .isEqualTo("{\"count\":1}");
        assertThat(post(Map.of("organizationId", organization, "idsOnly", true)).asString())
                .isEqualTo("{\"users\":[\"" + id + "\"]}");
        var users = post(Map.of("organizationId", organization, "userId", "whoever"));
        users.then().statusCode(200);
        assertThat(users.asString()).contains("\"login\":\"login-" + id + "\"");
    }

    @Test
    void withoutAnOrganizationTheDefaultOneIsMeant() {
        assertThat(post(Map.of("idsOnly", true, "limit", 100)).asString())
                .doesNotContain(ann.userId().value());
    }

    @Test
    void refusesAsTheSocketDoes() {
        var refused = post(Map.of("organizationId", organization, "limit", 101));

        refused.then().statusCode(422).body(equalTo("\"limit\" must be less than or equal to 100"));
        assertThat(post(Map.of("organizationId", 5)).asString())
                .isEqualTo("\"organizationId\" must be a string");
    }

    @Test
    void nobodyGetsInWithoutTheKey() {
        administrator("wrong").body(Map.of()).post(PATH).then().statusCode(401);
    }

    @Test
    void otherServicesAreToldHowManyAreOnlineAltogether() {
        var answer = service().get("/internal/online/count");

        assertThat(answer.as(OnlineCount.class).users()).isPositive();
        anonymous().get("/internal/online/count").then().statusCode(401);
    }

    private static Response post(Object body) {
        return administrator().body(body).post(PATH);
    }
}

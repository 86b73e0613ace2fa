package parlance.user.external;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.USER_DELETE;
import static parlance.testing.http.ServiceRequests.administrator;
import static parlance.testing.http.ServiceRequests.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.Topic;
import parlance.contracts.UserId;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class ExternalUsersTest {

    private final CommandClient client = CommandClient.shared();

    private final String subject = UUID.randomUUID().toString();
    private final String login = SignedUpUser.newName();

    @Test
    void aSubjectIsOpenedAnAccountAtFirstSightAndFoundAfterwards() {
        var first = ask(Map.of("first_name", "A name of more than twenty characters"));

        first.then().statusCode(200);
        assertThat(first.as(JsonNode.class).path("login").asText()).isEqualTo(login);
        assertThat(first.as(JsonNode.class).path("first_name").asText())
                .isEqualTo("A name of more than ");
        assertThat(ask(Map.of("login", "other")).as(JsonNode.class))
                .isEqualTo(first.as(JsonNode.class));
        try (var events = client.view(Topic.USER_EVENTS)) {
            events.await(seen -> idIn(first).equals(seen.key()));
        }
    }

    @Test
    void manyAtTheSameMomentAreOneUser() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> sight = () -> idIn(ask(Map.of()));
            var ids = new HashSet<String>();
            for (var sighted : threads.invokeAll(Collections.nCopies(8, sight))) {
                ids.add(sighted.get());
            }
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void anotherIssuersSubjectIsSomebodyElse() {
        var ann = ask(Map.of());

        var other = ask(Map.of("issuer", "https://other.example.com"));

        assertThat(idIn(other)).isNotEqualTo(idIn(ann));
    }

    @Test
    void aLoginThatIsTakenGetsAnAddition() {
        var ann = SignedUpUser.newOne(client);

        var answer = ask(Map.of("login", ann.login()));

        assertThat(answer.as(JsonNode.class).path("login").asText())
                .startsWith(ann.login())
                .isNotEqualTo(ann.login())
                .hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void aLoginThatIsTooShortOrTooLongIsMadeToFit() {
        assertThat(ask(Map.of("login", "a")).as(JsonNode.class).path("login").asText())
                .startsWith("a-");
        var answer = ask(Map.of("login", "long".repeat(20), "subject", subject + "2"));
        assertThat(answer.as(JsonNode.class).path("login").asText()).hasSize(40);
    }

    @Test
    void whoIsSuspendedIsNotFound() {
        var id = idIn(ask(Map.of()));
        administrator().body(Map.of()).put("/admin/users/" + id + "/suspension");

        ask(Map.of()).then().statusCode(404);
    }

    @Test
    void whoDeletedTheAccountComesBackAsSomebodyNew() {
        var id = idIn(ask(Map.of()));
        var caller =
                new Caller(
                        new OrganizationId("default"),
                        new UserId(id),
                        login,
                        new DeviceId("77"),
                        new SessionId("s"));

        client.ask(USER_DELETE, caller, Map.of());

        assertThat(idIn(ask(Map.of()))).isNotEqualTo(id);
    }

    private Response ask(Map<String, String> change) {
        var request = new HashMap<String, String>();
        request.put("organization_id", "default");
        request.put("issuer", "https://id.example.com");
        request.put("subject", subject);
        request.put("login", login);
        request.putAll(change);
        return service().body(request).post("/internal/users/external");
    }

    private static String idIn(Response answer) {
        return answer.as(JsonNode.class).path("_id").asText();
    }
}

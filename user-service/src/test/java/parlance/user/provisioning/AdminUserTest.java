package parlance.user.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static parlance.contracts.Route.GET_USERS_BY_IDS;
import static parlance.testing.http.ServiceRequests.administrator;
import static parlance.testing.http.ServiceRequests.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Topic;
import parlance.contracts.session.SessionCut;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SessionCutView;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class AdminUserTest {

    private final CommandClient client = CommandClient.shared();

    @Inject SessionCutView sessionCuts;

    private SignedUpUser ann;
    private String path;

    @BeforeEach
    void enter() {
        ann = SignedUpUser.newOne(client);
        path = "/admin/users/" + ann.id();
    }

    @Test
    void showsAUser() {
        var answer = administrator().get(path);

        assertThat(answer.as(JsonNode.class).path("user")).isEqualTo(ann.user());
        assertThat(answer.as(JsonNode.class).path("suspended").asBoolean()).isFalse();
    }

    @Test
    void changesWhatIsNamedAndLeavesTheRest() {
        var answer =
                administrator()
                        .body(Map.of("first_name", "Ann", "email", ann.login() + "@a.bc"))
                        .put(path);

        answer.then().statusCode(200);
        var user = answer.as(JsonNode.class).path("user");
        assertThat(user.path("login").asText()).isEqualTo(ann.login());
        assertThat(user.path("first_name").asText()).isEqualTo("Ann");
        try (var events = client.view(Topic.USER_EVENTS)) {
            events.await(seen ->
                    ann.id().equals(seen.key())
                            && seen.value().path("user").path("first_name").asText().equals("Ann"));
        }
        assertThat(verifies("secret")).isTrue();
    }

    @Test
    void aLoginOfSomebodyElseIsRefused() {
        var bob = SignedUpUser.newOne(client);

        administrator().body(Map.of("login", bob.login())).put(path).then().statusCode(422);
    }

    @Test
    void aNewPasswordEndsAllSessions() {
        administrator().body(Map.of("password", "changed")).put(path);

        assertThat(sessionCuts.of(ann)).isPresent();
        assertThat(verifies("changed")).isTrue();
        awaitEndOfSessions();
    }

    @Test
    void whoIsSuspendedCannotSignInUntilThatIsOver() {
        assertThat(
                        administrator()
                                .body(Map.of())
                                .put(path + "/suspension")
                                .as(JsonNode.class)
                                .path("suspended")
                                .asBoolean())
                .isTrue();

        assertThat(sessionCuts.of(ann)).isPresent();
        assertThat(verifies("secret")).isFalse();
        assertThat(isActive()).isFalse();
        awaitEndOfSessions();

        assertThat(
                        administrator()
                                .delete(path + "/suspension")
                                .as(JsonNode.class)
                                .path("suspended")
                                .asBoolean())
                .isFalse();
        assertThat(verifies("secret")).isTrue();
        assertThat(isActive()).isTrue();
    }

    @Test
    void anEditOfTheOwnersLeavesASuspensionAlone() {
        administrator().body(Map.of()).put(path + "/suspension");

        administrator().body(Map.of("first_name", "Ann")).put(path);

        assertThat(administrator().get(path).as(JsonNode.class).path("suspended").asBoolean())
                .isTrue();
    }

    @Test
    void whoIsDeletedIsGoneFromEverywhere() {
        var bob = SignedUpUser.newOne(client);

        assertThat(administrator().delete(path).as(JsonNode.class).path("success").asBoolean())
                .isTrue();

        assertThat(sessionCuts.of(ann)).hasValue(SessionCut.ofAll());
        administrator().get(path).then().statusCode(422);
        var found = bob.asks(GET_USERS_BY_IDS, Map.of("ids", List.of(ann.id())));
        assertThat(found.response().path("users")).isEmpty();
        awaitEndOfSessions();
        try (var events = client.view(Topic.USER_EVENTS);
                var left = client.view(Topic.CONVERSATION_COMMANDS)) {
            events.await(seen ->
                    ann.id().equals(seen.key())
                            && seen.value().path("type").asText().equals("user_deleted"));
            left.await(seen -> ann.id().equals(seen.value().path("user_id").asText()));
        }
    }

    @Test
    void nobodyOfAnotherOrganizationIsShownChangedOrDeleted() {
        var elsewhere = "?organizationId=other";

        assertNotFound(administrator().get(path + elsewhere));
        assertNotFound(administrator().body(Map.of("first_name", "Eve")).put(path + elsewhere));
        assertNotFound(administrator().body(Map.of()).put(path + "/suspension" + elsewhere));
        assertNotFound(administrator().delete(path + "/suspension" + elsewhere));
        assertNotFound(administrator().delete(path + elsewhere));
        assertNotFound(administrator().get("/admin/users/no-id"));

        assertThat(administrator().get(path).as(JsonNode.class).path("user")).isEqualTo(ann.user());
    }

    @Test
    void letsNobodyInWithoutTheKey() {
        administrator("a guess").get(path).then().statusCode(401);
        administrator("a guess").delete(path).then().statusCode(401);
        administrator("a guess").body(Map.of()).put(path + "/suspension").then().statusCode(401);
    }

    private boolean verifies(String password) {
        var credentials =
                Map.of("organization_id", "default", "login", ann.login(), "password", password);
        return service().body(credentials).post("/internal/users/verify").statusCode() == 200;
    }

    private boolean isActive() {
        var query = Map.of("organization_id", "default", "ids", List.of(ann.id()));
        return !service()
                .body(query)
                .post("/internal/users/find-active")
                .as(JsonNode.class)
                .path("users")
                .isEmpty();
    }

    private void awaitEndOfSessions() {
        try (var commands = client.view(Topic.AUTH_COMMANDS)) {
            var command =
                    commands.await(seen ->
                            seen.has(RecordHeaderNames.COMMAND, "sessions_end")
                                    && ann.id().equals(seen.value().path("user_id").asText()));
            assertThat(command.value().has("except")).isFalse();
        }
    }

    private static void assertNotFound(Response answer) {
        answer.then().statusCode(422).body(equalTo("We couldn't find the specified user."));
    }
}

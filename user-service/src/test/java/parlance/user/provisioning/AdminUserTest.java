package parlance.user.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.GET_USERS_BY_IDS;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Headers;
import parlance.contracts.Topic;
import parlance.testing.client.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.ServiceDoor;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class AdminUserTest {

    private final CommandClient client = CommandClient.shared();

    @TestHTTPResource URI base;

    private SignedUpUser ann;
    private ServiceDoor admin;
    private String path;

    @BeforeEach
    void enter() {
        ann = SignedUpUser.newOne(client);
        admin = ServiceDoor.ofAdministrators(base);
        path = "/admin/users/" + ann.id();
    }

    @Test
    void showsAUser() {
        var answer = admin.get(path);

        assertThat(answer.json().path("user")).isEqualTo(ann.user());
        assertThat(answer.json().path("suspended").asBoolean()).isFalse();
    }

    @Test
    void changesWhatIsNamedAndLeavesTheRest() {
        var answer = admin.put(path, Map.of("first_name", "Ann", "email", ann.login() + "@a.bc"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var user = answer.json().path("user");
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

        assertThat(admin.put(path, Map.of("login", bob.login())).status()).isEqualTo(422);
    }

    @Test
    void aNewPasswordEndsAllSessions() {
        admin.put(path, Map.of("password", "changed"));

        assertThat(verifies("changed")).isTrue();
        awaitEndOfSessions();
    }

    @Test
    void whoIsSuspendedCannotSignInUntilThatIsOver() {
        assertThat(admin.put(path + "/suspension", Map.of()).json().path("suspended").asBoolean())
                .isTrue();

        assertThat(verifies("secret")).isFalse();
        assertThat(isActive()).isFalse();
        awaitEndOfSessions();

        assertThat(admin.delete(path + "/suspension").json().path("suspended").asBoolean())
                .isFalse();
        assertThat(verifies("secret")).isTrue();
        assertThat(isActive()).isTrue();
    }

    @Test
    void anEditOfTheOwnersLeavesASuspensionAlone() {
        admin.put(path + "/suspension", Map.of());

        admin.put(path, Map.of("first_name", "Ann"));

        assertThat(admin.get(path).json().path("suspended").asBoolean()).isTrue();
    }

    @Test
    void whoIsDeletedIsGoneFromEverywhere() {
        var bob = SignedUpUser.newOne(client);

        assertThat(admin.delete(path).json().path("success").asBoolean()).isTrue();

        assertThat(admin.get(path).status()).isEqualTo(422);
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

        assertNotFound(admin.get(path + elsewhere));
        assertNotFound(admin.put(path + elsewhere, Map.of("first_name", "Eve")));
        assertNotFound(admin.put(path + "/suspension" + elsewhere, Map.of()));
        assertNotFound(admin.delete(path + "/suspension" + elsewhere));
        assertNotFound(admin.delete(path + elsewhere));
        assertNotFound(admin.get("/admin/users/no-id"));

        assertThat(admin.get(path).json().path("user")).isEqualTo(ann.user());
    }

    @Test
    void letsNobodyInWithoutTheKey() {
        var stranger = ServiceDoor.ofStrangers(base);

        assertThat(stranger.get(path).status()).isEqualTo(401);
        assertThat(stranger.delete(path).status()).isEqualTo(401);
        assertThat(stranger.put(path + "/suspension", Map.of()).status()).isEqualTo(401);
    }

    private boolean verifies(String password) {
        var credentials =
                Map.of("organization_id", "default", "login", ann.login(), "password", password);
        return ServiceDoor.ofServices(base).post("/internal/users/verify", credentials).status()
                == 200;
    }

    private boolean isActive() {
        var query = Map.of("organization_id", "default", "ids", List.of(ann.id()));
        return !ServiceDoor.ofServices(base)
                .post("/internal/users/find-active", query)
                .json()
                .path("users")
                .isEmpty();
    }

    private void awaitEndOfSessions() {
        try (var commands = client.view(Topic.AUTH_COMMANDS)) {
            var command =
                    commands.await(seen ->
                            seen.has(Headers.COMMAND, "sessions_end")
                                    && ann.id().equals(seen.value().path("user_id").asText()));
            assertThat(command.value().has("except")).isFalse();
        }
    }

    private static void assertNotFound(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).isEqualTo("We couldn't find the specified user.");
    }
}

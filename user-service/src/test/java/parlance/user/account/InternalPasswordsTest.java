package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.USER_EDIT;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parlance.contracts.Topic;
import parlance.testing.client.Answer;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.ServiceDoor;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class InternalPasswordsTest {

    static CommandClient client;

    @TestHTTPResource URI base;

    @BeforeAll
    static void connect() {
        client = CommandClient.start();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Test
    void aNewPasswordReplacesTheOldOneWhateverItWas() {
        var ann = SignedUpUser.newOne(client);

        assertThat(setPassword(ann, "default", "changed").status()).isEqualTo(204);

        assertThat(verify(ann, "secret").status()).isEqualTo(404);
        assertThat(verify(ann, "changed").status()).isEqualTo(200);
        try (var events = client.view(Topic.USER_EVENTS)) {
            events.await(seen ->
                    ann.id().equals(seen.key()) && seen.value().path("version").asLong() == 2);
        }
    }

    @Test
    void theOwnersNextChangeKeepsTheNewPassword() {
        var ann = SignedUpUser.newOne(client);
        setPassword(ann, "default", "changed");

        ann.asks(USER_EDIT, Map.of("first_name", "Ann"));

        assertThat(verify(ann, "changed").status()).isEqualTo(200);
    }

    @Test
    void nobodyOfAnotherOrganizationGetsOne() {
        var ann = SignedUpUser.newOne(client);

        assertThat(setPassword(ann, "other", "changed").status()).isEqualTo(404);

        assertThat(verify(ann, "secret").status()).isEqualTo(200);
    }

    private Answer verify(SignedUpUser user, String password) {
        return ServiceDoor.ofServices(base)
                .post(
                        "/internal/users/verify",
                        Map.of(
                                "organization_id",
                                "default",
                                "login",
                                user.login(),
                                "password",
                                password));
    }

    private Answer setPassword(SignedUpUser user, String organization, String password) {
        return ServiceDoor.ofServices(base)
                .put(
                        "/internal/users/password",
                        Map.of(
                                "organization_id",
                                organization,
                                "user_id",
                                user.id(),
                                "password",
                                password));
    }
}

package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.USER_EDIT;
import static parlance.testing.http.ServiceRequests.service;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Topic;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class InternalPasswordsTest {

    private final CommandClient client = CommandClient.shared();

    @Inject AccountStore accounts;

    @Test
    void aNewPasswordReplacesTheOldOneWhateverItWas() {
        var ann = SignedUpUser.newOne(client);

        setPassword(ann, "default", "changed").then().statusCode(204);

        verify(ann, "secret").then().statusCode(404);
        verify(ann, "changed").then().statusCode(200);
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

        verify(ann, "changed").then().statusCode(200);
    }

    @Test
    void aHashOfWeakerParametersIsReplacedAtTheNextSignIn() {
        var ann = SignedUpUser.newOne(client);
        var weak =
                Argon2Function.getInstance(8_192, 1, 1, 32, Argon2.ID)
                        .hash("secret", "a salt of 16 by.")
                        .getResult();
        accounts.replaceHash(accountOf(ann), weak);

        verify(ann, "secret").then().statusCode(200);

        assertThat(accountOf(ann).passwordHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        verify(ann, "secret").then().statusCode(200);
    }

    private Account accountOf(SignedUpUser user) {
        var caller = user.caller();
        return accounts.find(caller.organizationId(), caller.userId()).orElseThrow();
    }

    @Test
    void aLoginIsKnownWhateverItsCase() {
        var ann = SignedUpUser.newOne(client);
        var shouted = ann.login().toUpperCase(Locale.ROOT);

        verify(shouted, "secret").then().statusCode(200);
    }

    @Test
    void nobodyOfAnotherOrganizationGetsOne() {
        var ann = SignedUpUser.newOne(client);

        setPassword(ann, "other", "changed").then().statusCode(404);

        verify(ann, "secret").then().statusCode(200);
    }

    private Response verify(SignedUpUser user, String password) {
        return verify(user.login(), password);
    }

    private Response verify(String login, String password) {
        return service()
                .body(Map.of("organization_id", "default", "login", login, "password", password))
                .post("/internal/users/verify");
    }

    private Response setPassword(SignedUpUser user, String organization, String password) {
        return service()
                .body(
                        Map.of(
                                "organization_id",
                                organization,
                                "user_id",
                                user.id(),
                                "password",
                                password))
                .put("/internal/users/password");
    }
}

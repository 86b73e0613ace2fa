package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.e2e.client.Story.stranger;
import static parlance.testing.waiting.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parlance.e2e.client.Administrator;
import parlance.e2e.client.ExternalIssuer;
import parlance.e2e.client.FrontDoor;
import parlance.e2e.client.Person;

/** The product's server makes and removes users, and signs them in by its own tokens. */
class ProvisioningIT {

    private final Administrator admin = new Administrator();
    private final String login = "made-" + UUID.randomUUID().toString().substring(0, 13);

    @Test
    void aUserIsMadeChangedAndDeletedByTheProductsServer() throws Exception {
        var made = admin.does("POST", "/admin/users", Map.of("login", login, "password", "first"));
        var path = "/admin/users/" + made.path("user").path("_id").asText();
        var credentials = Map.of("login", login, "password", "second", "device_id", "1");
        admin.does("PUT", path, Map.of("password", "second"));

        stranger(socket -> {
            socket.get("user_login", credentials);
            assertThat(admin.does("GET", path + "/sessions", Map.of()).path("sessions")).hasSize(1);

            admin.does("DELETE", path, Map.of());

            await().atMost(Duration.ofSeconds(1))
                    .untilAsserted(() ->
                            Person.assertError(
                                    socket.ask("conversation_list", Map.of()),
                                    401,
                                    "Unauthorized."));
            Person.assertError(
                    socket.ask("user_login", credentials), 401, "Incorrect username or password.");
        });
    }

    @Test
    void theProductsOwnTokenSignsInOverHttpAndOnASocket() throws Exception {
        var organization = admin.opensOrganization();
        try (var externalIssuer = new ExternalIssuer()) {
            admin.does(
                    "PUT",
                    "/admin/organization/" + organization + "/issuers",
                    Map.of(
                            "issuer",
                            externalIssuer.name(),
                            "audience",
                            "chat",
                            "jwksUrl",
                            externalIssuer.name() + "/jwks"));
            var token = externalIssuer.tokenFor("customer-4711", login);
            var connect = Map.of("token", token, "device_id", "1");

            stranger(socket -> {
                socket.get("connect", connect);
                socket.get("conversation_list", Map.of());
                var signedIn =
                        FrontDoor.json(Map.of("device_id", "1"))
                                .header("Authorization", "Bearer " + token)
                                .post("/login");
                signedIn.then().statusCode(200);
                assertThat(signedIn.as(JsonNode.class).path("user").path("login").asText())
                        .isEqualTo(login);

                var id = signedIn.as(JsonNode.class).path("user").path("_id").asText();
                admin.does(
                        "PUT",
                        "/admin/users/" + id + "/suspension?organizationId=" + organization,
                        Map.of());
                await().atMost(Duration.ofSeconds(1))
                        .untilAsserted(() ->
                                Person.assertError(
                                        socket.ask("conversation_list", Map.of()),
                                        401,
                                        "Unauthorized."));
                Person.assertError(socket.ask("connect", connect), 422, "The token has expired.");
            });
        }
    }
}

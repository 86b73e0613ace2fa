package parlance.auth.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.auth.HttpDoor;
import parlance.auth.UserServiceStandIn;
import parlance.contracts.Json;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class ProductSignInTest {

    @TestHTTPResource URI base;

    @ConfigProperty(name = "parlance.service-token")
    String serviceToken;

    private final String subject = UUID.randomUUID().toString().substring(0, 12);
    private ProductIssuer product;
    private HttpDoor door;

    @BeforeEach
    void open() {
        product = new ProductIssuer();
        door = new HttpDoor(base);
    }

    @AfterEach
    void close() {
        product.close();
    }

    @Test
    void aTokenOfATrustedIssuerSignsInOverHttp() {
        var answer = logIn(product.tokenOf(subject));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("user").path("login").asText()).isEqualTo(subject);
        var claims = answer.accessToken().split("\\.")[1];
        assertThat(Json.tree(Base64.getUrlDecoder().decode(claims)).path("org").asText())
                .isEqualTo("acme");
        // From here on as with any other sign-in.
        var again = door.post("/login", "{\"device_id\":\"77\"}", "Cookie", answer.cookie());
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void aGatewayLearnsWhoseSocketItIs() {
        var answer = exchange(product.tokenOf(subject), serviceToken);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var caller = answer.json();
        assertThat(caller.path("organizationId").asText()).isEqualTo("acme");
        assertThat(caller.path("userId").asText()).isEqualTo(UserServiceStandIn.idOf(subject));
        assertThat(caller.path("deviceId").asText()).isEqualTo("77");
        assertThat(caller.path("sessionId").asText()).isNotEmpty();
    }

    @Test
    void onlyServicesMayAskForThat() {
        assertThat(exchange(product.tokenOf(subject), "another").status()).isEqualTo(401);
    }

    @Test
    void aTokenThatIsNotAsItShouldBeSignsNobodyIn() {
        refused(product.tokenOf(subject, claims -> claims.setAudience("another")));
        refused(product.tokenOf(subject, claims -> claims.unsetClaim("aud")));
        refused(product.tokenOf(subject, claims -> claims.setExpirationTime(minutesAgo(2))));
        refused(product.tokenOf(subject, claims -> claims.unsetClaim("exp")));
        refused(product.tokenOf(subject, claims -> claims.unsetClaim("uid")));
        refused(product.tokenOf(subject, claims -> claims.setIssuer("parlance")));
        refused(product.tokenSignedWithThePublicKey(subject));
        refused(product.tokenOf(subject).replaceFirst("[^.]*$", ""));
        refused("no token");
    }

    @Test
    void anotherIssuersSignatureIsNoUse() {
        try (var other = new ProductIssuer()) {
            refused(other.tokenOf(subject, claims -> claims.setIssuer(product.name())));
        }
    }

    @Test
    void whoIsSuspendedIsNotSignedIn() {
        refused(product.tokenOf("no-" + subject));
    }

    @Test
    void aNewKeyOfTheIssuersIsLearntAndTheOthersStayGood() {
        var before = product.tokenOf(subject);
        product.rotate();

        assertThat(logIn(before).status()).isEqualTo(200);
        assertThat(logIn(product.tokenOf(subject)).status()).isEqualTo(200);
    }

    @Test
    void unknownKeysDoNotMakeUsAskTheIssuerEachTime() {
        logIn(product.tokenOf(subject));
        try (var other = new ProductIssuer()) {
            other.rotate();
            for (int i = 0; i < 10; i++) {
                logIn(other.tokenOf(subject, claims -> claims.setIssuer(product.name())));
            }
        }

        assertThat(product.fetches()).isLessThanOrEqualTo(2);
    }

    @Test
    void keysThatCannotBeHadAreNoFaultOfTheToken() {
        product.answersWith(302);

        assertThat(logIn(product.tokenOf(subject)).status()).isEqualTo(503);
        assertThat(exchange(product.tokenOf(subject), serviceToken).status()).isEqualTo(503);
    }

    private void refused(String token) {
        assertThat(logIn(token).status()).isEqualTo(422);
        assertThat(exchange(token, serviceToken).status()).isEqualTo(404);
    }

    private HttpDoor.Answer logIn(String token) {
        return door.post("/login", "{\"device_id\":\"77\"}", "Authorization", "Bearer " + token);
    }

    private HttpDoor.Answer exchange(String token, String ours) {
        return door.post(
                "/internal/product-tokens",
                Json.write(Map.of("token", token, "device_id", "77")),
                "Authorization",
                "Bearer " + ours);
    }

    private static NumericDate minutesAgo(int minutes) {
        var date = NumericDate.now();
        date.addSeconds(-60L * minutes);
        return date;
    }
}

package parlance.auth.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.auth.Logins.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parlance.auth.UserServiceStandIn;
import parlance.contracts.Json;
import parlance.testing.http.SessionTokens;
import parlance.testing.infra.ParlanceInfrastructure;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class ExternalSignInTest {

    @ConfigProperty(name = "parlance.service-token")
    String serviceToken;

    private final String subject = UUID.randomUUID().toString().substring(0, 12);
    private ExternalIssuer product;

    @BeforeEach
    void open() {
        product = new ExternalIssuer();
    }

    @AfterEach
    void close() {
        product.close();
    }

    @Test
    void aTokenOfATrustedIssuerSignsInOverHttp() {
        var answer = logIn(product.tokenOf(subject));

        answer.then().statusCode(200);
        assertThat(answer.as(JsonNode.class).path("user").path("login").asText())
                .isEqualTo(subject);
        var tokens = SessionTokens.in(answer);
        var claims = tokens.accessToken().split("\\.")[1];
        assertThat(Json.tree(Base64.getUrlDecoder().decode(claims)).path("org").asText())
                .isEqualTo("acme");
        // From here on as with any other sign-in.
        var again = json("{\"device_id\":\"77\"}").header("Cookie", tokens.cookie()).post("/login");
        again.then().statusCode(200);
    }

    @Test
    void aGatewayLearnsWhoseSocketItIs() {
        var answer = exchange(product.tokenOf(subject), serviceToken);

        answer.then().statusCode(200);
        var caller = answer.as(JsonNode.class);
        assertThat(caller.path("organizationId").asText()).isEqualTo("acme");
        assertThat(caller.path("userId").asText()).isEqualTo(UserServiceStandIn.idOf(subject));
        assertThat(caller.path("deviceId").asText()).isEqualTo("77");
        assertThat(caller.path("sessionId").asText()).isNotEmpty();
    }

    @Test
    void onlyServicesMayAskForThat() {
        exchange(product.tokenOf(subject), "another").then().statusCode(401);
    }

    @Test
    void aTokenThatIsNotAsItShouldBeSignsNobodyIn() throws Exception {
        refused(product.tokenOf(subject, claims -> claims.audience("another")));
        refused(product.tokenOf(subject, claims -> claims.remove("aud")));
        refused(product.tokenOf(subject, claims -> claims.expiresAt(minutesAgo(2))));
        refused(product.tokenWithoutExpiry(subject));
        refused(product.tokenOf(subject, claims -> claims.remove("uid")));
        refused(product.tokenOf(subject, claims -> claims.issuer("parlance")));
        refused(product.tokenSignedWithThePublicKey(subject));
        refused(product.tokenOf(subject).replaceFirst("[^.]*$", ""));
        refused("no token");
    }

    @Test
    void anotherIssuersSignatureIsNoUse() {
        try (var other = new ExternalIssuer()) {
            refused(other.tokenOf(subject, claims -> claims.issuer(product.name())));
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

        logIn(before).then().statusCode(200);
        logIn(product.tokenOf(subject)).then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"RS256", "ES256", "EDDSA"})
    void duringARotationATokenNeedNotNameItsKey(SignatureAlgorithm algorithm) {
        try (var issuer = new ExternalIssuer(algorithm);
                var other = new ExternalIssuer(algorithm)) {
            var signedByTheSecondKey = issuer.tokenWithoutKeyId(subject);
            issuer.rotate();

            logIn(signedByTheSecondKey).then().statusCode(200);
            logIn(issuer.tokenWithoutKeyId(subject)).then().statusCode(200);
            refused(other.tokenWithoutKeyIdIn(issuer.name(), subject));
        }
    }

    @Test
    void unknownKeysDoNotMakeUsAskTheIssuerEachTime() {
        logIn(product.tokenOf(subject));
        try (var other = new ExternalIssuer()) {
            other.rotate();
            for (int i = 0; i < 10; i++) {
                logIn(other.tokenOf(subject, claims -> claims.issuer(product.name())));
            }
        }

        assertThat(product.fetches()).isLessThanOrEqualTo(2);
    }

    @Test
    void keysThatCannotBeHadAreNoFaultOfTheToken() {
        product.answersWith(302);

        logIn(product.tokenOf(subject)).then().statusCode(503);
        exchange(product.tokenOf(subject), serviceToken).then().statusCode(503);
    }

    private void refused(String token) {
        logIn(token).then().statusCode(422);
        exchange(token, serviceToken).then().statusCode(404);
    }

    private static Response logIn(String token) {
        return json("{\"device_id\":\"77\"}")
                .header("Authorization", "Bearer " + token)
                .post("/login");
    }

    private static Response exchange(String token, String ours) {
        return json(Json.write(Map.of("token", token, "device_id", "77")))
                .header("Authorization", "Bearer " + ours)
                .post("/internal/product-tokens");
    }

    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }
}

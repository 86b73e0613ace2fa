package parlance.gateway.localproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static parlance.testing.http.ServiceRequests.anonymous;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.contracts.Json;
import parlance.gateway.environment.GatewayEnvironment;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class HttpRoutesTest {

    @Test
    void healthTellsWhoAnswers() {
        var answer = anonymous().get("/health");

        answer.then()
                .statusCode(200)
                .body(equalTo("{\"status\":\"ok\",\"hostname\":\"gateway-under-test\"}"));
    }

    @Test
    void aLoginGoesToAuthServiceAndBackAsItIs() {
        var answer =
                anonymous()
                        .contentType(ContentType.JSON)
                        .body(Map.of("login", "ann"))
                        .header("Cookie", "refresh_token=s%3Aold")
                        .header("Origin", GatewayEnvironment.KNOWN_ORIGIN)
                        .post("/login");

        answer.then().statusCode(200).body(equalTo("{\"login\":\"ann\"}"));
        assertThat(answer.header("Seen-Cookie")).isEqualTo("refresh_token=s%3Aold");
        assertThat(answer.header("Seen-Client")).isEqualTo("127.0.0.1");
        assertThat(answer.headers().getValues("Set-Cookie"))
                .containsExactly("refresh_token=s%3Anew; HttpOnly");
        assertThat(answer.headers().getValues("Access-Control-Allow-Origin"))
                .containsExactly(GatewayEnvironment.KNOWN_ORIGIN);
        assertThat(answer.headers().getValues("Vary")).containsExactly("Origin");
    }

    @Test
    void theKeysArePublic() {
        assertThat(Json.tree(anonymous().get("/.well-known/jwks.json").asByteArray()).path("keys"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer no.token.really", "Basic YW5uOnNlY3JldA==", "nonsense"})
    void nobodyIsAskedToAuthenticateHere(String authorization) {
        for (var path :
                Map.of("/health", 200, "/.well-known/jwks.json", 200, "/nowhere", 404).entrySet()) {
            anonymous()
                    .header("Authorization", authorization)
                    .get(path.getKey())
                    .then()
                    .statusCode(path.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/internal/users/find", "/q/health", "/nowhere"})
    void everythingElseIsNotFound(String path) {
        var answer = anonymous().get(path);

        answer.then().statusCode(404).body(equalTo("Route not found"));
        answer.then().contentType(startsWith("text/plain"));
    }
}

package parlance.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.auth.Logins.json;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.RestAssuredConfig;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import parlance.auth.UserServiceStandIn;
import parlance.testing.http.Transport;
import parlance.testing.infra.ParlanceInfrastructure;

/**
 * Whose attempts are counted together, by the example of tokens that other issuers sign. Tests come
 * from 127.0.0.1, which is the one proxy that is trusted, unless they say otherwise.
 */
@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
@WithTestResource(UserServiceStandIn.class)
class ClientAddressTest {

    private static final int REFUSED = 422;
    private static final int TOO_MANY = 429;

    /** More than the burst and what is earned meanwhile. */
    private static final int VERY_MANY = 500;

    private static final String TOKEN =
            base64("{\"alg\":\"RS256\"}")
                    + "."
                    + base64("{\"iss\":\"http://127.0.0.1/\"}")
                    + "."
                    + base64("no signature");

    private RestAssuredConfig client = Transport.from(InetAddress.ofLiteral("127.0.0.1"));

    @Test
    void clientsBehindOneProxyHaveLimitsOfTheirOwn() {
        exhaust(_ -> "192.0.2.7");

        assertThat(attempt("192.0.2.8")).isEqualTo(REFUSED);
    }

    @Test
    void whatTheClientWroteBeforeIsNoWayRoundThem() {
        exhaust(attempt -> "198.51.100." + attempt % 250 + ", 192.0.2.9");
    }

    @Test
    void norIsAnotherAddressOfTheSameNetwork() {
        exhaust(attempt -> "2001:db8::" + Integer.toHexString(attempt));

        assertThat(attempt("2001:db8:0:1::1")).isEqualTo(REFUSED);
    }

    @Test
    void whoIsNoTrustedProxyIsTheClientWhateverItSays() {
        client = Transport.from(InetAddress.ofLiteral("127.0.0.2"));
        exhaust(attempt -> "192.0.2." + attempt % 250);
    }

    /** Attempts whose headers are counted together, until the limit is met; fails if none is. */
    private void exhaust(IntFunction<String> forwardedFor) {
        for (int attempt = 0; attempt < VERY_MANY; attempt++) {
            if (attempt(forwardedFor.apply(attempt)) == TOO_MANY) {
                return;
            }
        }
        throw new AssertionError("no limit for " + forwardedFor.apply(0));
    }

    private int attempt(String forwardedFor) {
        return json("{\"device_id\":1}")
                .config(client)
                .header("Authorization", "Bearer " + TOKEN)
                .header("X-Forwarded-For", forwardedFor)
                .post("/login")
                .statusCode();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

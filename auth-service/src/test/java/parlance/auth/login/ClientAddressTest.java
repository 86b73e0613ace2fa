package parlance.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.auth.HttpDoor;
import parlance.auth.UserServiceStandIn;
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
            base64("{\"alg\":\"none\"}") + "." + base64("{\"iss\":\"http://127.0.0.1/\"}") + ".";

    @TestHTTPResource URI base;

    private HttpDoor door;

    @BeforeEach
    void findTheDoor() {
        door = new HttpDoor(base);
    }

    @Test
    void clientsBehindOneProxyHaveLimitsOfTheirOwn() {
        exhaust("192.0.2.7");

        assertThat(attempt("192.0.2.8")).isEqualTo(REFUSED);
    }

    @Test
    void whatTheClientWroteBeforeIsNoWayRoundThem() {
        exhaust("192.0.2.9");

        assertThat(attempt("198.51.100.1, 192.0.2.9")).isEqualTo(TOO_MANY);
    }

    @Test
    void norIsAnotherAddressOfTheSameNetwork() {
        exhaust("2001:db8::1");

        assertThat(attempt("2001:db8::ffff:7")).isEqualTo(TOO_MANY);
        assertThat(attempt("2001:db8:0:1::1")).isEqualTo(REFUSED);
    }

    @Test
    void whoIsNoTrustedProxyIsTheClientWhateverItSays() {
        door = new HttpDoor(base, InetAddress.ofLiteral("127.0.0.2"));
        exhaust("192.0.2.10");

        assertThat(attempt("192.0.2.11")).isEqualTo(TOO_MANY);
    }

    private void exhaust(String forwardedFor) {
        for (int i = 0; i < VERY_MANY; i++) {
            if (attempt(forwardedFor) == TOO_MANY) {
                return;
            }
        }
        throw new AssertionError("no limit for " + forwardedFor);
    }

    private int attempt(String forwardedFor) {
        return door.post(
                        "/login",
                        "{\"device_id\":1}",
                        "Authorization",
                        "Bearer " + TOKEN,
                        "X-Forwarded-For",
                        forwardedFor)
                .status();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

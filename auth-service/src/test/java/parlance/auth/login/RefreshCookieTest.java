package parlance.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parlance.auth.TestConfig;
import parlance.auth.session.RefreshToken;
import parlance.contracts.SessionId;
import parlance.kit.http.HttpSettings;

class RefreshCookieTest {

    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private final RefreshToken token = new RefreshToken(new SessionId("s1"), "secret-part");
    private final RefreshCookie cookies = cookies("key", Optional.empty(), false);

    @Test
    void comesWithTheAttributesThatClientsExpectAndNoOthers() {
        assertThat(cookies.bringing(token, TWO_WEEKS))
                .matches(
                        "refresh_token=s%3As1\\.secret-part\\.[A-Za-z0-9%]+;"
                                + " Max-Age=1209600; HttpOnly; Secure; SameSite=Lax");
    }

    @Test
    void isTakenAwayByAnExpiredOne() {
        assertThat(cookies.removing())
                .isEqualTo("refresh_token=; Max-Age=0; HttpOnly; Secure; SameSite=Lax");
    }

    @Test
    void isSentWithoutTlsInLocalModeOrWhereConfigured() {
        assertThat(cookies("key", Optional.empty(), true).removing()).doesNotContain("Secure");
        assertThat(cookies("key", Optional.of(false), false).removing()).doesNotContain("Secure");
        assertThat(cookies("key", Optional.of(true), true).removing()).contains("Secure");
    }

    @Test
    void isReadAsItWasSentAndDecoded() {
        var value = valueOf(cookies.bringing(token, TWO_WEEKS));

        assertThat(cookies.read(value)).contains(token);
        assertThat(cookies.read(URLDecoder.decode(value, StandardCharsets.UTF_8))).contains(token);
    }

    @Test
    void isNothingUnlessWeSignedIt() {
        var value = valueOf(cookies.bringing(token, TWO_WEEKS));
        var anothers =
                valueOf(cookies("other", Optional.empty(), false).bringing(token, TWO_WEEKS));

        assertThat(List.of(anothers, value.replace("s1", "s2"), token.text(), "", "%zz"))
                .allSatisfy(forged -> assertThat(cookies.read(forged)).isEmpty());
        assertThat(cookies.read(null)).isEmpty();
    }

    private static String valueOf(String header) {
        return header.substring("refresh_token=".length(), header.indexOf(';'));
    }

    private static RefreshCookie cookies(String key, Optional<Boolean> secure, boolean local) {
        return new RefreshCookie(new TestConfig("", key, secure), settings(local));
    }

    private static HttpSettings settings(boolean local) {
        return new HttpSettings() {
            @Override
            public Optional<List<String>> origins() {
                return Optional.empty();
            }

            @Override
            public boolean local() {
                return local;
            }

            @Override
            public Optional<String> serviceToken() {
                return Optional.empty();
            }
        };
    }
}

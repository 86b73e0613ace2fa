package parlance.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.auth.AuthConfig;
import parlance.auth.TestConfig;
import parlance.auth.session.RefreshToken;
import parlance.contracts.SessionId;
import parlance.testing.settings.Settings;

class RefreshCookieTest {

    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private final RefreshToken token = new RefreshToken(new SessionId("s1"), "secret-part");
    private final RefreshCookie cookies = cookies("key");

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
        var insecure = Map.of("parlance.auth.cookie-secure", "false");
        var secure = Map.of("parlance.auth.cookie-secure", "true");

        assertThat(cookiesIn("prod", Map.of()).removing()).contains("Secure");
        assertThat(cookiesIn("local", Map.of()).removing()).doesNotContain("Secure");
        assertThat(cookiesIn("prod", insecure).removing()).doesNotContain("Secure");
        assertThat(cookiesIn("local", secure).removing()).contains("Secure");
    }

    @Test
    void goesToPagesOfOtherSitesWhereConfiguredAndThenOverTlsOnly() {
        var none = Map.of("parlance.auth.cookie-same-site", "none");
        var strict = Map.of("parlance.auth.cookie-same-site", "Strict");

        assertThat(cookiesIn("prod", none).removing()).endsWith("; Secure; SameSite=None");
        assertThat(cookiesIn("prod", strict).removing()).endsWith("; SameSite=Strict");
        assertThatThrownBy(() -> cookiesIn("local", none)).hasMessageContaining("cookie-secure");
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
        var anothers = valueOf(cookies("other").bringing(token, TWO_WEEKS));

        assertThat(List.of(anothers, value.replace("s1", "s2"), token.text(), "", "%zz"))
                .allSatisfy(forged -> assertThat(cookies.read(forged)).isEmpty());
        assertThat(cookies.read(null)).isEmpty();
    }

    private static String valueOf(String header) {
        return header.substring("refresh_token=".length(), header.indexOf(';'));
    }

    /** As a service has them that is started in the profile. */
    private static RefreshCookie cookiesIn(String profile, Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("parlance.auth.signing-keys", "none");
        all.put("parlance.auth.cookie-secret", "key");
        return new RefreshCookie(Settings.inProfile(profile, AuthConfig.class, all));
    }

    private static RefreshCookie cookies(String key) {
        return new RefreshCookie(new TestConfig("", key, true));
    }
}

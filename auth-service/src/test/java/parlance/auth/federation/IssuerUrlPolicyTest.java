package parlance.auth.federation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.testing.settings.Settings;

class IssuerUrlPolicyTest {

    private final IssuerUrlPolicy hosts = with(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/jwks",
                "https://user@93.184.216.34/jwks",
                "https://127.0.0.1/jwks",
                "https://localhost/jwks",
                "https://10.1.2.3/jwks",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/jwks",
                "https://[::1]/jwks",
                "https://[fd00::1]/jwks",
                "https://[fe80::1]/jwks",
                "https://0.0.0.0/jwks"
            })
    void neighboursAreNotAsked(String url) {
        assertThatThrownBy(() -> hosts.check(URI.create(url))).isInstanceOf(IOException.class);
    }

    @Test
    void publicAddressesAre() {
        assertThatCode(() -> hosts.check(URI.create("https://93.184.216.34/jwks")))
                .doesNotThrowAnyException();
    }

    @Test
    void whoIsNamedMayBeANeighbour() {
        var named = with(Map.of("parlance.auth.trust.private-hosts", "10.1.2.3"));

        assertThatCode(() -> named.check(URI.create("http://10.1.2.3/jwks")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> named.check(URI.create("https://10.1.2.4/jwks")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void inLocalModeAllMay() {
        var local = in("local", Map.of());

        assertThatCode(() -> local.check(URI.create("http://localhost:8080/jwks")))
                .doesNotThrowAnyException();
    }

    private static IssuerUrlPolicy with(Map<String, String> settings) {
        return in("prod", settings);
    }

    private static IssuerUrlPolicy in(String profile, Map<String, String> settings) {
        return new IssuerUrlPolicy(Settings.inProfile(profile, FederationConfig.class, settings));
    }
}

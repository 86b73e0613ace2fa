package parlance.push.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointGuardTest {

    private final EndpointGuard guard = new EndpointGuard(Optional::empty);

    @ParameterizedTest
    @ValueSource(strings = {"https://1.1.1.1/push/abc", "https://[2606:4700::1111]:8443/x?y=z"})
    void admitsWhatIsPublic(String endpoint) {
        assertThat(guard.admits(endpoint)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1.1.1.1/push",
                "ftp://1.1.1.1/push",
                "https:///push",
                "https:push",
                "push",
                "https://ann:secret@1.1.1.1/push",
                "https://ann@1.1.1.1/push",
                "https://localhost/push",
                "https://127.0.0.1/push",
                "https://2130706433/push",
                "https://127.1/push",
                "https://10.1.2.3/push",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/push",
                "https://[::ffff:127.0.0.1]/push",
                "https://1.1.1.1 /push"
            })
    void refusesWhatIsNot(String endpoint) {
        assertThat(guard.admits(endpoint)).isFalse();
    }

    @Test
    void aNameIsResolvedAgainWhenItIsUsed() throws UnknownHostException {
        assertThat(guard.resolve(URI.create("https://localhost/push"))).isEmpty();
        assertThat(guard.resolve(URI.create("https://1.1.1.1/push")))
                .hasValueSatisfying(
                        found -> assertThat(found.getHostAddress()).isEqualTo("1.1.1.1"));
    }

    @Test
    void anAllowedHostMayBeAnywhereButKeepsTheOtherRules() throws UnknownHostException {
        var lenient = new EndpointGuard(() -> Optional.of(Set.of("localhost")));

        assertThat(lenient.admits("https://localhost:8443/push")).isTrue();
        assertThat(lenient.resolve(URI.create("https://localhost/push"))).isPresent();
        assertThat(lenient.admits("http://localhost:8443/push")).isFalse();
        assertThat(lenient.admits("https://ann@localhost:8443/push")).isFalse();
        assertThat(lenient.admits("https://127.0.0.1/push")).isFalse();
    }
}

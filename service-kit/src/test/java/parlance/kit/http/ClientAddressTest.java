package parlance.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private static final String PROXY = "10.1.2.3";

    private final ClientAddress address = trusting("10.0.0.0/8", "127.0.0.1", "fd00::/8");

    @Test
    void withoutAProxyThePeerIsTheClient() {
        assertThat(address.behind("192.0.2.1", List.of())).isEqualTo("192.0.2.1");
        assertThat(address.behind(PROXY, List.of())).isEqualTo(PROXY);
    }

    @Test
    void whoIsNotTrustedIsNotBelieved() {
        assertThat(address.behind("192.0.2.1", List.of("198.51.100.7"))).isEqualTo("192.0.2.1");
        assertThat(trusting().behind(PROXY, List.of("198.51.100.7"))).isEqualTo(PROXY);
    }

    @Test
    void whatAProxyAppendedCountsAndNotWhatTheClientWroteBefore() {
        assertThat(address.behind(PROXY, List.of("198.51.100.7, 192.0.2.1")))
                .isEqualTo("192.0.2.1");
        assertThat(address.behind(PROXY, List.of("10.9.9.9, 192.0.2.1"))).isEqualTo("192.0.2.1");
        assertThat(address.behind(PROXY, List.of("198.51.100.7", "192.0.2.1")))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void trustedProxiesInARowArePassed() {
        assertThat(address.behind("127.0.0.1", List.of("198.51.100.7,192.0.2.1,10.0.0.2,10.0.0.1")))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void aClientAmongTheProxiesIsFoundAtTheBegin() {
        assertThat(address.behind(PROXY, List.of("10.7.7.7, 10.0.0.2"))).isEqualTo("10.7.7.7");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1:4711, 192.0.2.1",
        "[2001:db8::1]:4711, 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "::ffff:192.0.2.1, 192.0.2.1",
    })
    void anAddressMayHaveAPortAndMoreThanFourBytes(String hop, String client) {
        assertThat(address.behind("fd00::1", List.of("198.51.100.7, " + hop))).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({"unknown", "''", "_hidden", "example.com", "[]", "192.0.2.1;"})
    void behindWhatCannotBeReadNobodyIsBelieved(String hop) {
        assertThat(address.behind(PROXY, List.of("198.51.100.7, " + hop + ", 10.0.0.2")))
                .isEqualTo("10.0.0.2");
    }

    @Test
    void aProxyIsNoName() {
        assertThatThrownBy(() -> trusting("proxy.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("proxy.example");
    }

    private static ClientAddress trusting(String... proxies) {
        return new ClientAddress(() -> Optional.of(List.of(proxies)));
    }
}

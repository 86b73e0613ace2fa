package parlance.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientNetworkTest {

    @Test
    void anAddressOfFourBytesIsOneClient() {
        assertThat(ClientNetwork.of("192.0.2.1")).isNotEqualTo(ClientNetwork.of("192.0.2.2"));
    }

    @Test
    void ofSixteenBytesTheFirstEightAre() {
        var client = ClientNetwork.of("2001:db8:1:2::1");

        assertThat(ClientNetwork.of("2001:db8:1:2:ffff::7")).isEqualTo(client);
        assertThat(ClientNetwork.of("2001:db8:1:3::1")).isNotEqualTo(client);
    }
}

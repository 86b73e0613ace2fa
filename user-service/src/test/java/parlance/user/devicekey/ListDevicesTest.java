package parlance.user.devicekey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parlance.contracts.Route;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class ListDevicesTest {

    private final CommandClient client = CommandClient.shared();

    private SignedUpUser ann;

    @BeforeEach
    void signUp() {
        ann = SignedUpUser.newOne(client);
    }

    static Map<String, Object> keys(Object oneTimeKeys) {
        return Map.of("identity_key", "I", "signed_key", "S", "one_time_pre_keys", oneTimeKeys);
    }

    @Test
    void listsOnesOwnDevices() {
        ann.asks(Route.DEVICE_REGISTER, keys(List.of()));

        var devices = ann.asks(Route.DEVICE_LIST, Map.of()).response().path("devices");

        assertThat(devices).hasSize(1);
        assertThat(devices.path(0).path("identity_key").asText()).isEqualTo("I");
        assertThat(devices.path(0).path("signed_key").asText()).isEqualTo("S");
        assertThat(devices.path(0).path("device_id").asText()).isEqualTo("77");
        var others = SignedUpUser.newOne(client).asks(Route.DEVICE_LIST, Map.of());
        assertThat(others.response().path("devices")).isEmpty();
    }
}

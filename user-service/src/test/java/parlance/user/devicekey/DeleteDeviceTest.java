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
class DeleteDeviceTest {

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
    void takesTheKeysAway() {
        ann.asks(Route.DEVICE_REGISTER, keys(List.of("a")));

        var answer = ann.asks(Route.DEVICE_DELETE, Map.of("device_id", 77));

        assertThat(answer.response().path("success").asBoolean()).isTrue();
        assertThat(ann.asks(Route.DEVICE_LIST, Map.of()).response().path("devices")).isEmpty();
        ann.asks(Route.DEVICE_REGISTER, keys(List.of("b")));
        assertThat(ann.asks(Route.DEVICE_LIST, Map.of()).response().path("devices")).hasSize(1);
    }

    @Test
    void onlyOnesOwnAndOnlyOnce() {
        var eve = SignedUpUser.newOne(client);
        ann.asks(Route.DEVICE_REGISTER, keys(List.of("a")));

        assertThat(eve.asks(Route.DEVICE_DELETE, Map.of("device_id", "77")).errorStatus())
                .isEqualTo(403);
        ann.asks(Route.DEVICE_DELETE, Map.of("device_id", "77"));
        assertThat(ann.asks(Route.DEVICE_DELETE, Map.of("device_id", "77")).errorText())
                .isEqualTo("Forbidden.");
    }
}

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
class RegisterDeviceTest {

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
    void publishesTheKeysInPlaceOfEarlierOnes() {
        ann.asks(Route.DEVICE_REGISTER, keys(List.of("a")));
        var answer = ann.asks(Route.DEVICE_REGISTER, keys(List.of("b")));

        assertThat(answer.response().path("success").asBoolean()).isTrue();
        assertThat(ann.asks(Route.DEVICE_LIST, Map.of()).response().path("devices")).hasSize(1);
        var given =
                ann.asks(Route.REQUEST_KEYS, Map.of("user_ids", List.of(ann.id())))
                        .response()
                        .path("devices")
                        .path(ann.id());
        assertThat(given.path(0).path("one_time_pre_key").asText()).isEqualTo("b");
    }

    @Test
    void saysWhichKeyIsWrong() {
        assertThat(ann.asks(Route.DEVICE_REGISTER, Map.of()).errorText())
                .isEqualTo("Incorrect identity device key.");
        assertThat(ann.asks(Route.DEVICE_REGISTER, Map.of("identity_key", "I")).errorText())
                .isEqualTo("Incorrect signed key.");
        assertThat(ann.asks(Route.DEVICE_REGISTER, keys("x")).errorText())
                .isEqualTo("Incorrect one time pre keys.");
    }
}

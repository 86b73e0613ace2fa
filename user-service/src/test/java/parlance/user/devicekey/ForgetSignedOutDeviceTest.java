package parlance.user.devicekey;

import static org.assertj.core.api.Assertions.assertThat;
import static parlance.contracts.Route.DEVICE_LIST;
import static parlance.contracts.Route.DEVICE_REGISTER;
import static parlance.contracts.Route.FORGET_DEVICE;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parlance.contracts.Position;
import parlance.contracts.SessionId;
import parlance.contracts.user.ForgetDevice;
import parlance.kit.Command;
import parlance.testing.commands.CommandClient;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.user.SignedUpUser;

@QuarkusTest
@WithTestResource(ParlanceInfrastructure.class)
class ForgetSignedOutDeviceTest {

    private final CommandClient client = CommandClient.shared();

    @Inject ForgetSignedOutDevice forgetSignedOutDevice;

    @Test
    void theKeysOfADeviceGoWithItsSession() {
        var ann = SignedUpUser.newOne(client);
        ann.asks(DEVICE_REGISTER, keys());

        var ended = forget(ann, ann.caller().sessionId());
        forgetSignedOutDevice.handle(ended);
        forgetSignedOutDevice.handle(ended);

        assertThat(devicesOf(ann)).isEmpty();
    }

    @Test
    void keysOfALaterSessionStay() {
        var ann = SignedUpUser.newOne(client);
        ann.asks(DEVICE_REGISTER, keys());

        forgetSignedOutDevice.handle(forget(ann, new SessionId("an earlier one")));

        assertThat(devicesOf(ann)).hasSize(1);
    }

    @Test
    void aDeviceWithoutKeysIsNoMatter() {
        var ann = SignedUpUser.newOne(client);

        forgetSignedOutDevice.handle(forget(ann, ann.caller().sessionId()));

        assertThat(devicesOf(ann)).isEmpty();
    }

    private static Command<ForgetDevice> forget(SignedUpUser user, SessionId session) {
        var caller = user.caller();
        return new Command<>(
                FORGET_DEVICE,
                new ForgetDevice(
                        caller.organizationId(), caller.userId(), caller.deviceId(), session),
                null,
                null,
                CommandClient.mintedId(),
                new Position("user.commands-0", Long.MAX_VALUE, 0),
                Instant.EPOCH,
                null,
                null);
    }

    private static JsonNode devicesOf(SignedUpUser user) {
        return user.asks(DEVICE_LIST, Map.of()).response().path("devices");
    }

    private static Map<String, Object> keys() {
        return Map.of("identity_key", "i", "signed_key", "s", "one_time_pre_keys", List.of("k"));
    }
}

package parlance.user.devicekey;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.util.List;
import parlance.contracts.DeviceId;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;

/** The caller's own devices that have published keys. */
@Singleton
@HandlesRoute(Route.DEVICE_LIST)
final class ListDevices implements RequestHandler<ListDevices.Request> {

    record Request() {}

    record Device(
            @JsonProperty("identity_key") String identityKey,
            @JsonProperty("signed_key") String signedKey,
            @JsonProperty("device_id") DeviceId deviceId) {}

    record Reply(@JsonProperty("devices") List<Device> devices) {}

    private final DeviceKeyStore devices;

    ListDevices(DeviceKeyStore devices) {
        this.devices = devices;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var caller = command.caller();
        var own =
                devices.find(caller.organizationId(), List.of(caller.userId())).stream()
                        .map(keys ->
                                new Device(keys.identityKey(), keys.signedKey(), keys.deviceId()))
                        .toList();
        return HandlerResult.reply(new Reply(own));
    }
}

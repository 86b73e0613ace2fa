package parlance.user.devicekey;

import static parlance.contracts.ErrorCode.FORBIDDEN;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import parlance.contracts.DeviceId;
import parlance.contracts.Route;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** Takes the keys of one of the caller's devices away. */
@Singleton
@Answers(Route.DEVICE_DELETE)
final class DeleteDevice implements RequestHandler<DeleteDevice.Request> {

    record Request(@JsonProperty("device_id") @NotNull DeviceId deviceId) {}

    private final DeviceKeyStore devices;

    DeleteDevice(DeviceKeyStore devices) {
        this.devices = devices;
    }

    @Override
    public Outcome handle(Command<Request> command) {
        var caller = command.caller();
        while (true) {
            var device =
                    devices.find(
                                    caller.organizationId(),
                                    caller.userId(),
                                    command.request().deviceId())
                            .orElseThrow(() -> new Rejection(FORBIDDEN));
            if (device.knows(command.position())) {
                return Outcome.success();
            }
            if (device.removed()) {
                throw new Rejection(FORBIDDEN);
            }
            if (devices.save(device.removed(command.position()))) {
                return Outcome.success();
            }
        }
    }
}

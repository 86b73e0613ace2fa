package parlance.user.devicekey;

import static parlance.contracts.ErrorCode.FORBIDDEN;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import parlance.contracts.DeviceId;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;

/** Takes the keys of one of the caller's devices away. */
@Singleton
@HandlesRoute(Route.DEVICE_DELETE)
final class DeleteDevice implements RequestHandler<DeleteDevice.Request> {

    record Request(@JsonProperty("device_id") @NotNull DeviceId deviceId) {}

    private final DeviceKeyStore devices;
    private final OptimisticRetry retry;

    DeleteDevice(DeviceKeyStore devices, OptimisticRetry retry) {
        this.devices = devices;
        this.retry = retry;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        return retry.run("device_keys", () -> tryToDelete(command));
    }

    /** Empty if the keys of the device were changed since they were read. */
    private Optional<HandlerResult> tryToDelete(Command<Request> command) {
        var caller = command.caller();
        var device =
                devices.find(caller.organizationId(), caller.userId(), command.request().deviceId())
                        .orElseThrow(() -> new Rejection(FORBIDDEN));
        if (device.knows(command.position())) {
            return Optional.of(HandlerResult.success());
        }
        if (device.removed()) {
            throw new Rejection(FORBIDDEN);
        }
        return devices.save(device.removed(command.position()))
                ? Optional.of(HandlerResult.success())
                : Optional.empty();
    }
}

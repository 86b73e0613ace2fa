package parlance.user.devicekey;

import jakarta.inject.Singleton;
import java.util.Optional;
import parlance.contracts.Position;
import parlance.contracts.Route;
import parlance.contracts.user.ForgetDevice;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;

/** Takes the keys of a device away that was signed out, unless it is back with new ones. */
@Singleton
@HandlesRoute(Route.FORGET_DEVICE)
final class ForgetSignedOutDevice implements RequestHandler<ForgetDevice> {

    private final DeviceKeyStore devices;
    private final OptimisticRetry retry;

    ForgetSignedOutDevice(DeviceKeyStore devices, OptimisticRetry retry) {
        this.devices = devices;
        this.retry = retry;
    }

    @Override
    public HandlerResult handle(Command<ForgetDevice> command) {
        return retry.run("device_keys", () -> tryToForget(command.request(), command.position()));
    }

    /** Empty if the keys of the device were changed since they were read. */
    private Optional<HandlerResult> tryToForget(ForgetDevice gone, Position position) {
        var device =
                devices.find(gone.organizationId(), gone.userId(), gone.deviceId())
                        .filter(found -> !found.removed())
                        .filter(found -> found.sessionId().equals(gone.sessionId()));
        return device.isEmpty() || devices.save(device.get().removed(position))
                ? Optional.of(HandlerResult.noReply())
                : Optional.empty();
    }
}

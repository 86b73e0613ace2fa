package parlance.user.devicekey;

import jakarta.inject.Singleton;
import parlance.contracts.Route;
import parlance.contracts.user.ForgetDevice;
import parlance.kit.Answers;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.RequestHandler;

/** Takes the keys of a device away that was signed out, unless it is back with new ones. */
@Singleton
@Answers(Route.FORGET_DEVICE)
final class ForgetSignedOutDevice implements RequestHandler<ForgetDevice> {

    private final DeviceKeyStore devices;

    ForgetSignedOutDevice(DeviceKeyStore devices) {
        this.devices = devices;
    }

    @Override
    public Outcome handle(Command<ForgetDevice> command) {
        var gone = command.request();
        while (true) {
            var device = devices.find(gone.organizationId(), gone.userId(), gone.deviceId());
            if (device.isEmpty()
                    || device.get().removed()
                    || !device.get().sessionId().equals(gone.sessionId())
                    || devices.save(device.get().removed(command.position()))) {
                return Outcome.silent();
            }
        }
    }
}

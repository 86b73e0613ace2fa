package parlance.user.devicekey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;
import parlance.user.devicekey.DeviceKeys.HandedOut;

/** Gives the keys of users' devices, with one one-time key of each that is not given out again. */
@Singleton
@HandlesRoute(Route.REQUEST_KEYS)
final class RequestKeys implements RequestHandler<RequestKeys.Request> {

    record Request(
            @JsonProperty("user_ids")
                    @NotNull(message = "INCORRECT_USERS_ARRAY")
                    @Size(min = 1, max = 50, message = "INCORRECT_USERS_ARRAY")
                    List<@Size(min = 1, message = "INCORRECT_USER_ID") String> userIds) {}

    /** The one-time key is a null, not absent, when all are used up. */
    record Keys(
            @JsonProperty("identity_key") String identityKey,
            @JsonProperty("signed_key") String signedKey,
            @JsonProperty("one_time_pre_key") @JsonInclude(JsonInclude.Include.ALWAYS)
                    @Nullable RawJson oneTimeKey) {}

    record Reply(@JsonProperty("devices") Map<String, List<Keys>> devices) {}

    private final DeviceKeyStore devices;
    private final OptimisticRetry retry;

    RequestKeys(DeviceKeyStore devices, OptimisticRetry retry) {
        this.devices = devices;
        this.retry = retry;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var organization = command.caller().organizationId();
        var users = command.request().userIds().stream().map(UserId::new).toList();
        var byUser = new LinkedHashMap<String, List<Keys>>();
        for (var device : devices.find(organization, users)) {
            handOut(device, command.position())
                    .ifPresent(handedOut ->
                            byUser.computeIfAbsent(device.owner().value(), _ -> new ArrayList<>())
                                    .add(
                                            new Keys(
                                                    device.identityKey(),
                                                    device.signedKey(),
                                                    handedOut.key())));
        }
        return HandlerResult.reply(new Reply(byUser));
    }

    /** Nothing of a device that is taken away meanwhile. */
    private Optional<HandedOut> handOut(DeviceKeys found, Position position) {
        var handedOut = tryToHandOut(found, position);
        return handedOut.isPresent()
                ? handedOut
                : retry.run("device_keys", () -> handOutAgain(found, position));
    }

    /** The inner one is empty if the device is gone, the outer one if it has changed again. */
    private Optional<Optional<HandedOut>> handOutAgain(DeviceKeys found, Position position) {
        var latest =
                devices.find(found.organizationId(), found.owner(), found.deviceId())
                        .filter(device -> !device.removed());
        return latest.isEmpty()
                ? Optional.of(Optional.empty())
                : tryToHandOut(latest.get(), position).map(Optional::of);
    }

    /** Empty if the keys of the device were changed since they were read. */
    private Optional<HandedOut> tryToHandOut(DeviceKeys device, Position position) {
        var before = device.handedOutTo(position);
        if (before.isPresent()) {
            return before;
        }
        var changed = device.handingOutTo(position);
        return devices.save(changed) ? changed.handedOutTo(position) : Optional.empty();
    }
}

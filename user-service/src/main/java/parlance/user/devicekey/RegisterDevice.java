package parlance.user.devicekey;

import static parlance.contracts.ErrorCode.INCORRECT_ONE_TIME_PRE_KEYS;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;
import parlance.kit.retry.OptimisticRetry;

/** Publishes the keys of the caller's device, in place of those it had before. */
@Singleton
@HandlesRoute(Route.DEVICE_REGISTER)
final class RegisterDevice implements RequestHandler<RegisterDevice.Request> {

    private static final int MAX_KEYS = 100;

    record Request(
            @JsonProperty("identity_key")
                    @NotNull(message = "INCORRECT_IDENTITY_KEY")
                    @Size(min = 1, max = 255, message = "INCORRECT_IDENTITY_KEY")
                    String identityKey,
            @JsonProperty("signed_key")
                    @NotNull(message = "INCORRECT_SIGNED_KEY")
                    @Size(min = 1, max = 255, message = "INCORRECT_SIGNED_KEY")
                    String signedKey,
            @JsonProperty("one_time_pre_keys") @NotNull(message = "INCORRECT_ONE_TIME_PRE_KEYS")
                    RawJson oneTimeKeys) {}

    private final DeviceKeyStore devices;
    private final OptimisticRetry retry;

    RegisterDevice(DeviceKeyStore devices, OptimisticRetry retry) {
        this.devices = devices;
        this.retry = retry;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var oneTimeKeys = oneTimeKeys(command.request().oneTimeKeys());
        return retry.run("device_keys", () -> tryToRegister(command, oneTimeKeys));
    }

    /** Empty if the keys of the device were changed since they were read. */
    private Optional<HandlerResult> tryToRegister(
            Command<Request> command, List<RawJson> oneTimeKeys) {
        var caller = command.caller();
        var existing = devices.find(caller.organizationId(), caller.userId(), caller.deviceId());
        // A key that was handed out meanwhile must not come back.
        if (existing.filter(keys -> keys.knows(command.position())).isPresent()) {
            return Optional.of(HandlerResult.success());
        }
        var version = existing.map(DeviceKeys::version).orElse(0L) + 1;
        return devices.save(registered(command, oneTimeKeys, version))
                ? Optional.of(HandlerResult.success())
                : Optional.empty();
    }

    private static DeviceKeys registered(
            Command<Request> command, List<RawJson> oneTimeKeys, long version) {
        var caller = command.caller();
        return new DeviceKeys(
                caller.organizationId(),
                caller.userId(),
                caller.deviceId(),
                caller.sessionId(),
                command.request().identityKey(),
                command.request().signedKey(),
                oneTimeKeys,
                List.of(),
                command.position(),
                false,
                version);
    }

    /** Of an object each entry is a key, under its name. */
    private static List<RawJson> oneTimeKeys(RawJson json) {
        var tree = Json.read(json.text(), JsonNode.class);
        if (!tree.isContainerNode() || tree.size() > MAX_KEYS) {
            throw new Rejection(INCORRECT_ONE_TIME_PRE_KEYS);
        }
        return tree.isArray()
                ? tree.valueStream().map(key -> new RawJson(key.toString())).toList()
                : tree.propertyStream()
                        .map(entry ->
                                new RawJson(
                                        Json.mapper()
                                                .createObjectNode()
                                                .<JsonNode>set(entry.getKey(), entry.getValue())
                                                .toString()))
                        .toList();
    }
}

package parlance.user.devicekey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

/**
 * The keys of one device.
 *
 * @param sessionId the session in which the device published them
 * @param oneTimeKeys not given out yet
 * @param handedOut which key the last requests got, so that a repeated one gets the same
 * @param changedBy where the owner's last command stands
 * @param removed the owner took the device away; its keys are gone
 */
record DeviceKeys(
        OrganizationId organizationId,
        UserId owner,
        DeviceId deviceId,
        SessionId sessionId,
        String identityKey,
        String signedKey,
        List<RawJson> oneTimeKeys,
        List<HandedOut> handedOut,
        Position changedBy,
        boolean removed,
        long version) {

    private static final int REMEMBERED = 100;

    /** A one-time key, or that there was none left, for the command at this position. */
    record HandedOut(Position position, @Nullable RawJson key) {}

    boolean knows(Position position) {
        return changedBy.stream().equals(position.stream()) && !position.isAfter(changedBy);
    }

    Optional<HandedOut> handedOutTo(Position position) {
        return handedOut.stream().filter(past -> past.position().equals(position)).findFirst();
    }

    /** One key fewer, which the command at this position gets. */
    DeviceKeys handingOutTo(Position position) {
        var key = oneTimeKeys.isEmpty() ? null : oneTimeKeys.getFirst();
        var past = new ArrayList<>(handedOut);
        past.add(new HandedOut(position, key));
        return new DeviceKeys(
                organizationId,
                owner,
                deviceId,
                sessionId,
                identityKey,
                signedKey,
                oneTimeKeys.stream().skip(1).toList(),
                List.copyOf(past.subList(Math.max(0, past.size() - REMEMBERED), past.size())),
                changedBy,
                removed,
                version + 1);
    }

    DeviceKeys removed(Position position) {
        return new DeviceKeys(
                organizationId,
                owner,
                deviceId,
                sessionId,
                "",
                "",
                List.of(),
                List.of(),
                position,
                true,
                version + 1);
    }
}

package parlance.kit.envelope;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.kit.kafka.RecordHeaders;

/** The {@link Caller} of a command, one header a field. */
public final class CallerHeaders {

    private CallerHeaders() {}

    public static void add(Headers headers, Caller caller) {
        RecordHeaders.add(
                headers, parlance.contracts.Headers.ORGANIZATION, caller.organizationId());
        RecordHeaders.add(headers, parlance.contracts.Headers.USER, caller.userId());
        RecordHeaders.add(headers, parlance.contracts.Headers.LOGIN, caller.login());
        RecordHeaders.add(headers, parlance.contracts.Headers.DEVICE, caller.deviceId());
        RecordHeaders.add(headers, parlance.contracts.Headers.SESSION, caller.sessionId());
    }

    /** Nobody, if the command came from a connection without a session. */
    public static @Nullable Caller find(Headers headers) {
        var user = RecordHeaders.find(headers, parlance.contracts.Headers.USER);
        if (user == null) {
            return null;
        }
        return new Caller(
                new OrganizationId(
                        RecordHeaders.get(headers, parlance.contracts.Headers.ORGANIZATION)),
                new UserId(user),
                RecordHeaders.get(headers, parlance.contracts.Headers.LOGIN),
                new DeviceId(RecordHeaders.get(headers, parlance.contracts.Headers.DEVICE)),
                new SessionId(RecordHeaders.get(headers, parlance.contracts.Headers.SESSION)));
    }
}

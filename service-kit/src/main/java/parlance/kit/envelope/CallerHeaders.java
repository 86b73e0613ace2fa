package parlance.kit.envelope;

import static parlance.contracts.RecordHeaderNames.DEVICE;
import static parlance.contracts.RecordHeaderNames.LOGIN;
import static parlance.contracts.RecordHeaderNames.ORGANIZATION;
import static parlance.contracts.RecordHeaderNames.SESSION;
import static parlance.contracts.RecordHeaderNames.USER;

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
        RecordHeaders.add(headers, ORGANIZATION, caller.organizationId());
        RecordHeaders.add(headers, USER, caller.userId());
        RecordHeaders.add(headers, LOGIN, caller.login());
        RecordHeaders.add(headers, DEVICE, caller.deviceId());
        RecordHeaders.add(headers, SESSION, caller.sessionId());
    }

    /** Nobody, if the command came from a connection without a session. */
    public static @Nullable Caller find(Headers headers) {
        var user = RecordHeaders.find(headers, USER);
        if (user == null) {
            return null;
        }
        return new Caller(
                new OrganizationId(RecordHeaders.get(headers, ORGANIZATION)),
                new UserId(user),
                RecordHeaders.get(headers, LOGIN),
                new DeviceId(RecordHeaders.get(headers, DEVICE)),
                new SessionId(RecordHeaders.get(headers, SESSION)));
    }
}

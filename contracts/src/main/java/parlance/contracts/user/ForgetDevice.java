package parlance.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

/**
 * The request of {@link parlance.contracts.Route#FORGET_DEVICE}.
 *
 * @param sessionId the session that ended: what the device published in a later one stays
 */
public record ForgetDevice(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("user_id") UserId userId,
        @JsonProperty("device_id") DeviceId deviceId,
        @JsonProperty("session_id") SessionId sessionId) {}

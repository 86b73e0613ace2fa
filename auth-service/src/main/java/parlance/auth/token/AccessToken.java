package parlance.auth.token;

import java.time.Instant;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

/** What an access token says: this session is that user's on that device. */
public record AccessToken(
        OrganizationId organizationId,
        UserId userId,
        String login,
        DeviceId deviceId,
        SessionId sessionId,
        Instant expiresAt) {}

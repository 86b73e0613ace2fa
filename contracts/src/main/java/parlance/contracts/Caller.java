package parlance.contracts;

/**
 * Who asks, as the gateway knows it from the session of the socket; never taken from a payload.
 *
 * @param login the user's login when the session began
 */
public record Caller(
        OrganizationId organizationId,
        UserId userId,
        String login,
        DeviceId deviceId,
        SessionId sessionId) {}

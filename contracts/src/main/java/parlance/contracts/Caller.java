package parlance.contracts;

/**
 * The user and session that send a request, as the gateway knows them from the connection; never
 * taken from a payload.
 *
 * @param login the user's login when the session began
 */
public record Caller(
        OrganizationId organizationId,
        UserId userId,
        String login,
        DeviceId deviceId,
        SessionId sessionId) {}

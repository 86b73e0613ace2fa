package parlance.gateway.session;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import parlance.contracts.DeviceId;
import parlance.contracts.ErrorCode;
import parlance.contracts.Json;
import parlance.gateway.connection.Connection;
import parlance.gateway.packet.Packet;
import parlance.kit.Rejection;

/**
 * {@code connect}: signs a connection in with an access token. Answered here, without asking
 * auth-service.
 */
@Singleton
public final class Connect {

    private final AccessTokens tokens;
    private final SignIn signIn;

    Connect(AccessTokens tokens, SignIn signIn) {
        this.tokens = tokens;
        this.signIn = signIn;
    }

    /**
     * Signs the connection in; {@link #complete} follows the answer.
     *
     * @throws Rejection if the token does not sign anybody in on this device
     */
    public void answer(Connection connection, Packet packet) {
        var request = Json.tree(packet.payloadBytes());
        var device = deviceIn(request.path("device_id"));
        var token = request.path("token");
        if (!token.isTextual()) {
            throw new Rejection(ErrorCode.TOKEN_EXPIRED);
        }
        signIn.begin(connection, tokens.verify(token.textValue(), device));
    }

    /** See {@link SignIn#complete}. */
    public void complete(Connection connection) {
        signIn.complete(connection);
    }

    private static DeviceId deviceIn(JsonNode device) {
        try {
            return DeviceId.of(device.isNumber() ? device.numberValue() : device.textValue());
        } catch (IllegalArgumentException e) {
            throw new Rejection(ErrorCode.DEVICE_ID_MISSED);
        }
    }
}

package parlance.gateway.session;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.ErrorCode;
import parlance.contracts.Json;
import parlance.gateway.connection.Connection;
import parlance.gateway.packet.Packet;
import parlance.kit.Rejection;

/**
 * {@code connect}: signs a connection in with an access token. Answered here, without asking
 * auth-service unless another issuer signed it.
 */
@Singleton
public final class Connect {

    private final AccessTokens tokens;
    private final ExternalTokens products;
    private final ConnectionSignIn connectionSignIn;

    Connect(AccessTokens tokens, ExternalTokens products, ConnectionSignIn connectionSignIn) {
        this.tokens = tokens;
        this.products = products;
        this.connectionSignIn = connectionSignIn;
    }

    /**
     * Signs the connection in; {@link #complete} follows the answer.
     *
     * @throws Rejection if the token does not sign anybody in on this device
     */
    public ConnectReply answer(Connection connection, Packet packet) {
        var request = Json.tree(packet.payloadBytes());
        var device = deviceIn(request.path("device_id"));
        var token = request.path("token");
        if (!token.isTextual()) {
            throw new Rejection(ErrorCode.TOKEN_EXPIRED);
        }
        var caller = callerOf(token.textValue(), device, connection);
        return connectionSignIn.begin(connection, caller, cursorIn(request.path("resume")));
    }

    /** See {@link ConnectionSignIn#complete}. */
    public void complete(Connection connection, ConnectReply connectReply) {
        connectionSignIn.complete(connection, connectReply);
    }

    /** {@code true} is an empty cursor; none, if the client does not want to resume. */
    private static @Nullable String cursorIn(JsonNode resume) {
        return resume.isBoolean() && resume.booleanValue() ? "" : resume.textValue();
    }

    private Caller callerOf(String token, DeviceId device, Connection connection) {
        return tokens.isForeign(token)
                ? products.signIn(token, device, connection.clientAddress())
                : tokens.verify(token, device);
    }

    private static DeviceId deviceIn(JsonNode device) {
        try {
            return DeviceId.of(device.isNumber() ? device.numberValue() : device.textValue());
        } catch (IllegalArgumentException e) {
            throw new Rejection(ErrorCode.DEVICE_ID_MISSED);
        }
    }
}

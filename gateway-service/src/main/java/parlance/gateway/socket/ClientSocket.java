package parlance.gateway.socket;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jboss.logging.Logger;
import parlance.contracts.ConnectionId;
import parlance.contracts.ProtocolDialect;
import parlance.gateway.GatewayConfig;
import parlance.gateway.connection.Connection;
import parlance.gateway.connection.Connections;

/**
 * The WebSocket endpoint. Everything here runs on the socket's event loop and hands over at once;
 * the order of a client's frames is kept by its {@link InboundThrottle}.
 */
@WebSocket(
        path = CatchAllPath.ENDPOINT + "{dialect}",
        inboundProcessingMode = InboundProcessingMode.CONCURRENT)
@Singleton
public final class ClientSocket {

    private static final Logger LOG = Logger.getLogger(ClientSocket.class);

    private static final TypedKey<InboundThrottle> CLIENT = new TypedKey<>("client");
    private static final String TOO_LARGE_MESSAGE = "max message size";

    /** What no frame can be that is read as JSON. */
    private static final String NOT_UTF8 = "\uFFFD";

    private final Connections connections;
    private final DisconnectHandler disconnectHandler;
    private final PacketRouter packetRouter;
    private final GatewayConfig config;

    ClientSocket(
            Connections connections,
            DisconnectHandler disconnectHandler,
            PacketRouter packetRouter,
            GatewayConfig config) {
        this.connections = connections;
        this.disconnectHandler = disconnectHandler;
        this.packetRouter = packetRouter;
        this.config = config;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection socket) {
        var connection =
                new Connection(
                        new ConnectionId(socket.id()),
                        ProtocolDialect.of(socket.pathParam("dialect")).orElse(config.dialect()),
                        socket.userData().get(UpgradeCheck.CLIENT_ADDRESS),
                        new WebSocketTransport(socket),
                        config.socket().outboundLimit(),
                        disconnectHandler::begin);
        socket.userData()
                .put(CLIENT, new InboundThrottle(connection, packetRouter, config.socket()));
        connections.add(connection);
    }

    @OnTextMessage
    @NonBlocking
    void text(String frame, WebSocketConnection socket) {
        clientOf(socket).sends(frame);
    }

    @OnBinaryMessage
    @NonBlocking
    void binary(Buffer frame, WebSocketConnection socket) {
        clientOf(socket).sends(decode(frame));
    }

    @OnPongMessage
    @NonBlocking
    void pong(Buffer pong, WebSocketConnection socket) {
        clientOf(socket).connection().pong(WebSocketTransport.numberIn(pong));
    }

    @OnClose
    @NonBlocking
    void closed(CloseReason reason, WebSocketConnection socket) {
        clientOf(socket).connection().socketClosed(isFromClient(reason));
    }

    /** Sockets break every day; what follows from it follows from their being closed. */
    @OnError
    @NonBlocking
    void broken(Throwable failure, WebSocketConnection socket) {
        LOG.debugf("socket_broken cause=%s", failure.toString());
        if (isTooLarge(failure)) {
            clientOf(socket).connection().close(parlance.gateway.connection.CloseReason.TOO_LARGE);
        }
    }

    /** Without a close frame there is no code, or the one that stands for it. */
    private static boolean isFromClient(CloseReason reason) {
        return reason.getCode() != CloseReason.EMPTY.getCode()
                && reason.getCode() != CloseReason.ABNORMAL.getCode();
    }

    /** In one frame, or in several that make one message. */
    private static boolean isTooLarge(Throwable failure) {
        return switch (failure) {
            case CorruptedWebSocketFrameException frame ->
                    frame.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
            case IllegalStateException message ->
                    String.valueOf(message.getMessage()).contains(TOO_LARGE_MESSAGE);
            default -> false;
        };
    }

    private static InboundThrottle clientOf(WebSocketConnection socket) {
        return Objects.requireNonNull(socket.userData().get(CLIENT));
    }

    private static String decode(Buffer frame) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(frame.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            return NOT_UTF8;
        }
    }
}

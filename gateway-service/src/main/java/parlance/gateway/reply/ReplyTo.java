package parlance.gateway.reply;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConnectionId;
import parlance.contracts.ErrorBody;
import parlance.contracts.ProtocolDialect;
import parlance.gateway.connection.Connection;
import parlance.gateway.packet.Packet;

/** Where the answer to a command goes. */
public sealed interface ReplyTo {

    /** What the command names as the asker; an HTTP request has an id of its own. */
    ConnectionId id();

    ProtocolDialect dialect();

    /** The IP address of the asking client, if that is known. */
    @Nullable String clientAddress();

    /** Answers that there is no reply, or none that may be given. */
    void refuse(ErrorBody error);

    /** A client on a WebSocket; the answer may sign the connection in or out. */
    record Socket(Connection connection, ReplyHandler handler) implements ReplyTo {

        @Override
        public ConnectionId id() {
            return connection.id();
        }

        @Override
        public ProtocolDialect dialect() {
            return connection.dialect();
        }

        @Override
        public String clientAddress() {
            return connection.clientAddress();
        }

        @Override
        public void refuse(ErrorBody error) {
            handler.refuse(error);
        }
    }

    /**
     * An HTTP request, which has no session.
     *
     * @param answer completed with the packet that answers it
     */
    record HttpExchange(ConnectionId id, Packet packet, CompletableFuture<String> answer)
            implements ReplyTo {

        public static HttpExchange of(Packet packet) {
            var id = new ConnectionId(UUID.randomUUID().toString());
            return new HttpExchange(id, packet, new CompletableFuture<>());
        }

        @Override
        public ProtocolDialect dialect() {
            return ProtocolDialect.SEED;
        }

        @Override
        public @Nullable String clientAddress() {
            return null;
        }

        @Override
        public void refuse(ErrorBody error) {
            answer.complete(packet.refusal(error));
        }
    }
}

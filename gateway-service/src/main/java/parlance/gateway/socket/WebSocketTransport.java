package parlance.gateway.socket;

import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;
import parlance.gateway.connection.CloseReason;
import parlance.gateway.connection.Socket;

/** A {@link Socket} on a WebSocket. A write that fails is no news: the close follows. */
final class WebSocketTransport implements Socket {

    private static final Logger LOG = Logger.getLogger(WebSocketTransport.class);

    private final WebSocketConnection socket;

    WebSocketTransport(WebSocketConnection socket) {
        this.socket = socket;
    }

    @Override
    public void write(String text, Runnable written) {
        begin(socket.sendText(text), written);
    }

    @Override
    public void ping(long number) {
        begin(socket.sendPing(Buffer.buffer(Long.BYTES).appendLong(number)), () -> {});
    }

    @Override
    public void close(CloseReason reason) {
        var why = new io.quarkus.websockets.next.CloseReason(reason.code(), reason.text());
        begin(socket.close(why), () -> {});
    }

    /** The number of the ping that this answers; none, for a pong that nobody asked for. */
    static long numberIn(Buffer pong) {
        return pong.length() == Long.BYTES ? pong.getLong(0) : 0;
    }

    private void begin(Uni<Void> action, Runnable done) {
        action.subscribe()
                .with(
                        _ -> done.run(),
                        failure -> LOG.debugf("socket_failed cause=%s", failure.toString()));
    }
}

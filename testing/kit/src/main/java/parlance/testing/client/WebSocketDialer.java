package parlance.testing.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import parlance.testing.waiting.Waiting;

/**
 * How to open a socket: where, in which dialect, from which Origin, and from which of this
 * machine's addresses.
 *
 * @param server the front door, such as {@code http://127.0.0.1:9001}
 * @param dialect {@code seed}, {@code client}, or the deployment's own
 * @param forwardedFor the client for whom a proxy opens it
 */
public record WebSocketDialer(
        URI server,
        String path,
        @Nullable String dialect,
        @Nullable String origin,
        @Nullable InetAddress source,
        @Nullable String forwardedFor) {

    /** Shared: a client has threads of its own. */
    private static final HttpClient CLIENT = client(null);

    public static WebSocketDialer to(URI server) {
        return new WebSocketDialer(server, "/", null, null, null, null);
    }

    public WebSocketDialer path(String other) {
        return new WebSocketDialer(server, other, dialect, origin, source, forwardedFor);
    }

    public WebSocketDialer dialect(String name) {
        return new WebSocketDialer(server, path, name, origin, source, forwardedFor);
    }

    public WebSocketDialer origin(String name) {
        return new WebSocketDialer(server, path, dialect, name, source, forwardedFor);
    }

    /** From another local address, such as 127.0.0.2. */
    public WebSocketDialer from(InetAddress address) {
        return new WebSocketDialer(server, path, dialect, origin, address, forwardedFor);
    }

    /** As a proxy passes it on for a client at this address. */
    public WebSocketDialer forwardedFor(String client) {
        return new WebSocketDialer(server, path, dialect, origin, source, client);
    }

    /**
     * Opens the socket.
     *
     * @throws Refused if the server answers the upgrade with another status
     */
    public ChatClient open() {
        var packetQueue = new PacketQueue();
        var packetObserver = PacketObserver.find();
        var builder =
                (source == null ? CLIENT : client(source))
                        .newWebSocketBuilder()
                        .connectTimeout(Waiting.LIMIT);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        if (forwardedFor != null) {
            builder.header("X-Forwarded-For", forwardedFor);
        }
        try {
            return new ChatClient(
                    builder.buildAsync(address(), new Frames(packetQueue, packetObserver)).join(),
                    packetQueue,
                    packetObserver);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                throw new Refused(refused.getResponse().statusCode());
            }
            throw e;
        }
    }

    private URI address() {
        var query = dialect == null ? "" : "?dialect=" + dialect;
        return URI.create(server.toString().replaceFirst("^http", "ws") + path + query);
    }

    private static HttpClient client(@Nullable InetAddress source) {
        var builder =
                HttpClient.newBuilder()
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .connectTimeout(Waiting.LIMIT);
        if (source != null) {
            builder.localAddress(source);
        }
        return builder.build();
    }

    /** The upgrade was not granted. */
    public static final class Refused extends RuntimeException {

        private final int status;

        Refused(int status) {
            super("refused with " + status);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}

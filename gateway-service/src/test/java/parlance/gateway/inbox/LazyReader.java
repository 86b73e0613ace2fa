package parlance.gateway.inbox;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that sends but never reads. */
final class LazyReader implements AutoCloseable {

    private static final int MASK = 0x80;
    private static final int TEXT = 0x81;
    private static final int LENGTH_IN_TWO_BYTES = 126;

    private final Socket socket;

    LazyReader(URI server) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new java.net.InetSocketAddress(server.getHost(), server.getPort()));
        write(
                """
                GET / HTTP/1.1
                Host: localhost
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                """
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        if (socket.getInputStream().read() != 'H') {
            throw new IOException("no answer");
        }
    }

    /** A short text frame, masked with zeros. */
    void sends(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        write(
                new byte[] {
                    (byte) TEXT,
                    (byte) (MASK | LENGTH_IN_TWO_BYTES),
                    (byte) (bytes.length >> 8),
                    (byte) bytes.length,
                    0,
                    0,
                    0,
                    0
                });
        write(bytes);
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package parlance.local.infra;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A minimal Redis client, which can only empty a server. */
final class RedisConnection {

    private static final int DEFAULT_PORT = 6379;

    private RedisConnection() {}

    static void flush(String url) {
        var uri = URI.create(url);
        var port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        try (var socket = new Socket(uri.getHost(), port)) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            var reply =
                    new BufferedReader(
                                    new InputStreamReader(
                                            socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine();
            if (!"+OK".equals(reply)) {
                throw new IllegalStateException("Redis answered " + reply);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot empty Redis at " + url, e);
        }
    }
}

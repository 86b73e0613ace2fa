package parlance.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the option that {@code quarkus.http.proxy.use-proxy-protocol} sets. */
class ProxyProtocolTest {

    private static final String REQUEST =
            "GET / HTTP/1.1\r\nHost: chat\r\nX-Forwarded-For: 198.51.100.1\r\n"
                    + "Connection: close\r\n\r\n";

    private final ClientAddress address =
            new ClientAddress(() -> Optional.of(List.of("127.0.0.1")));
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void listen() {
        var options =
                new HttpServerOptions().setHost("127.0.0.1").setPort(0).setUseProxyProtocol(true);
        server =
                vertx.createHttpServer(options)
                        .requestHandler(request -> request.response().end(address.of(request)))
                        .listen()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theBalancerSaysWhoThePeerIsAndTheClientCannotAddToThat() throws IOException {
        var answer = ask("PROXY TCP4 192.0.2.7 192.0.2.100 4711 443\r\n");

        assertThat(answer).endsWith("\r\n\r\n192.0.2.7");
    }

    @Test
    void addressesMayBeLong() throws IOException {
        var answer = ask("PROXY TCP6 2001:db8::7 2001:db8::100 4711 443\r\n");

        assertThat(answer).endsWith("\r\n\r\n2001:db8:0:0:0:0:0:7");
    }

    @Test
    void whoeverDoesNotBeginWithItIsNotHeard() throws IOException {
        assertThat(ask("")).isEmpty();
    }

    private String ask(String firstLine) throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.actualPort())) {
            var text = firstLine + REQUEST;
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}

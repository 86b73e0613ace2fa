package parlance.testing.services;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Function;
import parlance.contracts.Json;

/** Other services, over HTTP: says 404 but for what it was told to answer. */
public final class StandIn implements AutoCloseable {

    private final HttpServer server;

    private StandIn(HttpServer server) {
        this.server = server;
    }

    /** An answer that is none: a status, and nothing to read. */
    public record Failure(int status) {}

    public static StandIn start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(address, 0);
            server.start();
            return new StandIn(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * What is asked under this path, and below it, is answered in JSON, or is a {@link Failure}.
     */
    public <Q> StandIn answer(String path, Class<Q> question, Function<Q, ?> answer) {
        return handle(
                path,
                exchange -> {
                    var asked = Json.read(exchange.getRequestBody().readAllBytes(), question);
                    reply(exchange, answer.apply(asked));
                });
    }

    /** For what depends on more than the body; ends with a {@link #reply}. */
    public StandIn handle(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return this;
    }

    public static void reply(HttpExchange exchange, Object answer) throws IOException {
        var failure = answer instanceof Failure(var status) ? status : 0;
        var body = Json.bytes(failure == 0 ? answer : Map.of());
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(failure == 0 ? 200 : failure, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

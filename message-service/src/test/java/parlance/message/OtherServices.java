package parlance.message;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parlance.contracts.Json;
import parlance.contracts.presence.OnlineCount;
import parlance.contracts.user.BlockLists;
import parlance.contracts.user.BlockLists.BlockedBy;
import parlance.contracts.user.BlockQuery;
import parlance.contracts.user.User;
import parlance.contracts.user.UserQuery;
import parlance.contracts.user.Users;

/**
 * conversation-service for tests: what was PUT under a path is answered to a POST there, and 404
 * before that; and user-service, to which every id is a user's unless it begins with {@code dead};
 * and presence-service, which counts.
 */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

    /** How many users presence-service says are online. */
    public static final long ONLINE = 3;

    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.createContext("/internal/users/find", this::users);
        server.createContext("/internal/blocks/find", this::blocks);
        server.createContext("/internal/online/count", this::online);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "parlance.conversation.url", url,
                "parlance.user.url", url,
                "parlance.presence.url", url);
    }

    private void online(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(Json.bytes(new OnlineCount(ONLINE)));
        }
    }

    /** Nobody blocks anybody, but for what is in Redis. */
    private void blocks(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = Json.read(exchange.getRequestBody().readAllBytes(), BlockQuery.class);
            var lists = query.ids().stream().map(id -> new BlockedBy(id, List.of())).toList();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(Json.bytes(new BlockLists(lists)));
        }
    }

    private void users(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = Json.read(exchange.getRequestBody().readAllBytes(), UserQuery.class);
            var born = Instant.parse("2026-01-01T00:00:00Z");
            var known =
                    query.ids().stream()
                            .filter(id -> !id.value().startsWith("dead"))
                            .map(id -> new User(id, id, "u", null, null, null, null, 0, born, born))
                            .toList();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(Json.bytes(new Users(known)));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("PUT")) {
                answers.put(path, body);
            }
            var answer = answers.get(path);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer == null ? 404 : 200, answer == null ? -1 : 0);
            if (answer != null) {
                exchange.getResponseBody().write(answer);
            }
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}

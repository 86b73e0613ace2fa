package parlance.presence;

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
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.BlockLists;
import parlance.contracts.user.BlockLists.BlockedBy;
import parlance.contracts.user.BlockQuery;
import parlance.contracts.user.User;
import parlance.contracts.user.UserQuery;
import parlance.contracts.user.Users;

/**
 * user-service for tests: every id is a user of whatever organization asks, unless it begins with
 * {@code dead}; one that begins with {@code beef} is of another organization. And
 * conversation-service, which knows no conversation that is not in the directory.
 */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

    /** Since when users are away who were never here. */
    public static final Instant BORN = Instant.parse("2026-01-01T00:00:00Z");

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
        server.createContext("/", exchange -> answer(exchange, 404, Map.of()));
        server.createContext("/internal/users/find", this::users);
        server.createContext("/internal/blocks/find", this::blocks);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "parlance.conversation.url", url,
                "parlance.user.url", url,
                "parlance.presence.debounce", "1s",
                // By hand, where a test wants it.
                "parlance.presence.walk", "2h",
                "parlance.presence.typing.burst", "5",
                "parlance.presence.typing.every", "1h");
    }

    private void users(HttpExchange exchange) throws IOException {
        var query = Json.read(exchange.getRequestBody().readAllBytes(), UserQuery.class);
        var known =
                query.ids().stream()
                        .filter(id -> isKnown(id, query.organizationId()))
                        .map(id ->
                                new User(
                                        id,
                                        id,
                                        "login-" + id,
                                        null,
                                        null,
                                        null,
                                        null,
                                        BORN.getEpochSecond(),
                                        BORN,
                                        BORN))
                        .toList();
        answer(exchange, 200, new Users(known));
    }

    private static boolean isKnown(UserId id, OrganizationId organization) {
        return !id.value().startsWith("dead")
                && (!id.value().startsWith("beef") || organization.value().equals("another"));
    }

    /** Nobody blocks anybody, but for what is in Redis. */
    private void blocks(HttpExchange exchange) throws IOException {
        var query = Json.read(exchange.getRequestBody().readAllBytes(), BlockQuery.class);
        var lists = query.ids().stream().map(id -> new BlockedBy(id, List.of())).toList();
        answer(exchange, 200, new BlockLists(lists));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(Json.bytes(body));
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}

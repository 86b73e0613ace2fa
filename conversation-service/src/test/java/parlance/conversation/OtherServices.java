package parlance.conversation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.contracts.message.ConversationHead;
import parlance.contracts.message.HeadsQuery;
import parlance.contracts.message.HeadsQuery.Candidate;
import parlance.contracts.user.User;
import parlance.contracts.user.UserQuery;
import parlance.contracts.user.Users;

/**
 * user-service and message-service for tests. Every id is a user's unless it begins with {@code
 * dead}; nothing but "hi" was ever said.
 */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

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
        server.createContext("/internal/users/find", this::users);
        server.createContext("/internal/conversations/heads", this::heads);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("parlance.user.url", url, "parlance.message.url", url);
    }

    private void users(HttpExchange exchange) throws IOException {
        var query = Json.read(exchange.getRequestBody().readAllBytes(), UserQuery.class);
        var known =
                query.ids().stream()
                        .filter(id -> !id.value().startsWith("dead"))
                        .map(OtherServices::user)
                        .toList();
        answer(exchange, new Users(known));
    }

    private void heads(HttpExchange exchange) throws IOException {
        var query = Json.read(exchange.getRequestBody().readAllBytes(), HeadsQuery.class);
        var page =
                query.conversations().stream()
                        .filter(c -> isWanted(c.updatedAt(), query))
                        .sorted(Comparator.comparing(Candidate::updatedAt).reversed())
                        .limit(query.limit())
                        .map(OtherServices::head)
                        .toList();
        answer(exchange, page);
    }

    private static boolean isWanted(Instant at, HeadsQuery query) {
        return (query.after() == null || at.isAfter(query.after()))
                && (query.before() == null || at.isBefore(query.before()));
    }

    private static ConversationHead head(Candidate candidate) {
        return new ConversationHead(
                candidate.conversationId(),
                candidate.updatedAt(),
                new RawJson("{\"body\":\"hi\"}"),
                3);
    }

    private static User user(UserId id) {
        var born = Instant.parse("2026-01-01T00:00:00Z");
        var login = "user" + id.value().substring(20);
        return new User(id, id, login, null, null, null, null, 0, born, born);
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(Json.bytes(body));
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}

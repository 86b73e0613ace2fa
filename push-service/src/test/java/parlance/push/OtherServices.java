package parlance.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.Json;
import parlance.contracts.MessageId;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.conversation.Membership;
import parlance.contracts.conversation.MembershipQuery;
import parlance.contracts.file.FileUrlQuery;
import parlance.contracts.file.FileUrls;
import parlance.contracts.message.UnreadMessages;
import parlance.contracts.message.UnreadQuery;
import parlance.contracts.message.UnreadQuery.Place;
import parlance.contracts.user.User;
import parlance.contracts.user.UserQuery;
import parlance.contracts.user.Users;
import parlance.kit.directory.Conversation;

/**
 * The other services for tests. Every id is a user's unless it begins with {@code dead}; every
 * conversation is the group "Team"; a message is unread until a test says that it was read.
 */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

    /** What everybody has in the one conversation that is counted. */
    public static final int UNREAD = 7;

    private final Set<MessageId> read = ConcurrentHashMap.newKeySet();
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
        server.createContext("/internal/conversations", this::refill);
        server.createContext("/internal/conversations/memberships", this::memberships);
        server.createContext("/internal/messages/unread", this::unread);
        server.createContext("/internal/files/urls", this::pictures);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "parlance.user.url", url,
                "parlance.conversation.url", url,
                "parlance.message.url", url,
                "parlance.file.url", url);
    }

    /** From now on somebody has read this. */
    public void read(MessageId id) {
        read.add(id);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == OtherServices.class);
    }

    private void users(HttpExchange exchange) throws IOException {
        var born = Instant.parse("2026-01-01T00:00:00Z");
        var known =
                ask(exchange, UserQuery.class).ids().stream()
                        .filter(id -> !id.value().startsWith("dead"))
                        .map(id -> new User(id, id, "ann", null, null, "Ann", "Lee", 0, born, born))
                        .toList();
        answer(exchange, new Users(known));
    }

    private void refill(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().split("/")[3];
        answer(
                exchange,
                new Conversation(
                        new ConversationId(id),
                        new OrganizationId("default"),
                        1,
                        id.startsWith("aa") ? "u" : "g",
                        "Team",
                        new UserId(id),
                        Map.of()));
    }

    private void memberships(HttpExchange exchange) throws IOException {
        var counted = List.of(new ConversationId("64b7f1a2c3d4e5f60718293b"));
        answer(
                exchange,
                ask(exchange, MembershipQuery.class).userIds().stream()
                        .map(user -> new Membership(user, counted))
                        .toList());
    }

    private void unread(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                ask(exchange, UnreadQuery.class).readers().stream().map(this::unread).toList());
    }

    private UnreadMessages unread(UnreadQuery.Reader reader) {
        var unread =
                reader.messages().stream()
                        .map(Place::messageId)
                        .filter(id -> !read.contains(id))
                        .toList();
        return new UnreadMessages(reader.userId(), unread, (long) reader.counted().size() * UNREAD);
    }

    private void pictures(HttpExchange exchange) throws IOException {
        var urls = new HashMap<FileId, String>();
        ask(exchange, FileUrlQuery.class)
                .ids()
                .forEach(id -> urls.put(id, "https://files.test/" + id));
        answer(exchange, new FileUrls(urls));
    }

    private static <T> T ask(HttpExchange exchange, Class<T> type) throws IOException {
        return Json.read(exchange.getRequestBody().readAllBytes(), type);
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

package parlance.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.contracts.user.TrustedIssuer;
import parlance.contracts.user.TrustedIssuers;
import parlance.contracts.user.User;

/**
 * A user-service in which everybody exists whose login does not begin with "no"; the password is
 * "secret" until another one is set, the address begins with the login. An id is the login in
 * hexadecimal.
 */
public final class UserServiceStandIn implements QuarkusTestResourceLifecycleManager {

    /** Whoever sets this one finds user-service unavailable. */
    public static final String REFUSED_PASSWORD = "unavailable";

    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private HttpServer server;

    public static String idOf(String login) {
        var hex = HexFormat.of().formatHex(login.getBytes(StandardCharsets.US_ASCII));
        return (hex + "0".repeat(24)).substring(0, 24);
    }

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/users/verify", this::verify);
        server.createContext("/internal/users/find-active", this::find);
        server.createContext("/internal/users/external", this::findExternal);
        server.createContext("/internal/issuers/find", this::findIssuers);
        server.createContext("/internal/users/find-by-email", this::findByEmail);
        server.createContext("/internal/users/password", this::setPassword);
        server.start();
        return Map.of(
                "quarkus.rest-client.user-service.url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                // Long enough for two requests, short enough to wait for its end.
                "parlance.auth.refresh.grace",
                "3s",
                // All tests come from one address.
                "parlance.auth.attempts.address.burst",
                "100000",
                "parlance.auth.otp.address.burst",
                "100000",
                "parlance.mail.mock",
                "true",
                "parlance.auth.trust.private-hosts",
                "127.0.0.1");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void verify(HttpExchange exchange) throws IOException {
        var question = Json.tree(exchange.getRequestBody().readAllBytes());
        var login = question.path("login").asText();
        var password = passwords.getOrDefault(idOf(login), "secret");
        var right = exists(login) && question.path("password").asText().equals(password);
        answer(exchange, right ? 200 : 404, right ? user(login) : Map.of());
    }

    private void find(HttpExchange exchange) throws IOException {
        JsonNode question = Json.tree(exchange.getRequestBody().readAllBytes());
        var id = question.path("ids").path(0).asText();
        var bytes = HexFormat.of().parseHex(id);
        var login = new String(bytes, StandardCharsets.US_ASCII).replace("\0", "");
        answer(exchange, 200, Map.of("users", List.of(user(login))));
    }

    private void findByEmail(HttpExchange exchange) throws IOException {
        var question = Json.tree(exchange.getRequestBody().readAllBytes());
        var login = question.path("email").asText().split("@", 2)[0];
        answer(exchange, exists(login) ? 200 : 404, exists(login) ? user(login) : Map.of());
    }

    /** Whose subject begins with "no" is suspended. */
    private void findExternal(HttpExchange exchange) throws IOException {
        var who = Json.tree(exchange.getRequestBody().readAllBytes());
        var login = who.path("subject").asText();
        answer(exchange, exists(login) ? 200 : 404, exists(login) ? user(login) : Map.of());
    }

    /** Organization "acme" trusts any issuer that is the URL of its own keys. */
    private void findIssuers(HttpExchange exchange) throws IOException {
        var issuer = Json.tree(exchange.getRequestBody().readAllBytes()).path("issuer").asText();
        var trusted =
                new TrustedIssuer(
                        new OrganizationId("acme"), issuer, "chat", URI.create(issuer), "uid");
        answer(exchange, 200, new TrustedIssuers(List.of(trusted)));
    }

    private void setPassword(HttpExchange exchange) throws IOException {
        var change = Json.tree(exchange.getRequestBody().readAllBytes());
        var password = change.path("password").asText();
        if (password.equals(REFUSED_PASSWORD)) {
            answer(exchange, 503, Map.of());
            return;
        }
        passwords.put(change.path("user_id").asText(), password);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static boolean exists(String login) {
        return !login.startsWith("no");
    }

    private static User user(String login) {
        var id = new UserId(idOf(login));
        var then = Instant.parse("2026-01-01T00:00:00Z");
        return new User(id, id, login, null, null, null, null, 0, then, then);
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = Json.bytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}

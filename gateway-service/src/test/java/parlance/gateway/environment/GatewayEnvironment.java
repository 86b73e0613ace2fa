package parlance.gateway.environment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import parlance.contracts.Json;
import parlance.contracts.user.User;
import parlance.internalapi.user.UserQuery;
import parlance.internalapi.user.Users;
import parlance.testing.infra.ParlanceInfrastructure;
import parlance.testing.jwt.TokenKeys;

/**
 * What a gateway finds around it: the infrastructure, an auth-service that publishes keys and tells
 * what it is asked, and a user-service that knows everybody but one.
 */
public final class GatewayEnvironment implements QuarkusTestResourceLifecycleManager {

    /** With which {@link Tokens} signs. */
    public static final String SIGNING_KEY = "parlance.test.signing-key";

    /** After so many packets a cursor is too far behind. */
    public static final int RESUMABLE_PACKETS = 5;

    /** So many sockets of one address may be open on which nobody has signed in. */
    public static final int NEWCOMERS = 20;

    public static final String KNOWN_ORIGIN = "https://chat.example";

    /** Of everybody that there is. */
    public static final String LOGIN = "somebody";

    /** Well formed, and the id of no user. */
    public static final String NOBODY = "dead00000000000000000000";

    private final ParlanceInfrastructure infrastructure = new ParlanceInfrastructure();
    private HttpServer auth;

    @Override
    public Map<String, String> start() {
        var key = TokenKeys.rsa("k1");
        auth = startAuth(key);
        var settings = new HashMap<>(infrastructure.start());
        settings.put(SIGNING_KEY, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        settings.put("parlance.auth.url", "http://127.0.0.1:" + auth.getAddress().getPort());
        settings.put(
                "quarkus.rest-client.user-service.url",
                "http://127.0.0.1:" + auth.getAddress().getPort());
        settings.put("parlance.node-name", "gateway-under-test");
        settings.put("parlance.http.cors.origins", KNOWN_ORIGIN);
        settings.put("parlance.gateway.front-door", "true");
        settings.put("parlance.gateway.lease", "2s");
        // In the other dialect each sign-in asks message-service, which most tests do not play.
        settings.put("parlance.compat.dialect", "client");
        settings.put("parlance.gateway.hold", "4s");
        settings.put("parlance.resume.packets", Integer.toString(RESUMABLE_PACKETS));
        settings.put("parlance.gateway.deadline", "5s");
        settings.put("parlance.socket.outbound-limit", "100000");
        settings.put("parlance.socket.idle-timeout", "5s");
        settings.put("parlance.socket.tolerated-excess", "300");
        settings.put("parlance.socket.unauthenticated-per-address", Integer.toString(NEWCOMERS));
        settings.put("quarkus.log.console.json.enabled", "false");
        return settings;
    }

    @Override
    public void stop() {
        auth.stop(0);
        infrastructure.stop();
    }

    private static HttpServer startAuth(PublicJsonWebKey key) {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(loopback, 0);
            PublishedKeys.add(key);
            server.createContext(
                    "/.well-known/jwks.json", exchange -> answer(exchange, PublishedKeys.json()));
            server.createContext("/internal/users/find", GatewayEnvironment::users);
            server.createContext("/login", GatewayEnvironment::echo);
            server.createContext("/internal/", exchange -> answer(exchange, "secret"));
            server.createContext("/internal/product-tokens", ExternalSignIns::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void users(HttpExchange exchange) throws IOException {
        var query = Json.read(exchange.getRequestBody().readAllBytes(), UserQuery.class);
        var born = Instant.parse("2026-01-01T00:00:00Z");
        var known =
                query.ids().stream()
                        .filter(id -> !id.value().equals(NOBODY))
                        .map(id -> new User(id, id, LOGIN, null, null, null, null, 0, born, born))
                        .toList();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer(exchange, Json.write(new Users(known)));
    }

    private static void echo(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.add("Set-Cookie", "refresh_token=s%3Anew; HttpOnly");
        headers.add("Access-Control-Allow-Origin", "https://auth.example");
        headers.add("Vary", "Origin");
        headers.add("Seen-Cookie", exchange.getRequestHeaders().getFirst("Cookie"));
        headers.add("Seen-Client", exchange.getRequestHeaders().getFirst("X-Forwarded-For"));
        answer(exchange, body);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

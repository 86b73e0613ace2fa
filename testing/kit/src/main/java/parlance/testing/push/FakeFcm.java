package parlance.testing.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import parlance.contracts.Json;

/** Firebase Cloud Messaging, HTTP v1, and the token endpoint that goes with it. */
public final class FakeFcm implements AutoCloseable {

    private static final String PROJECT = "parlance-test";
    private static final String ACCOUNT = "push@parlance-test.iam.gserviceaccount.com";
    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";

    /** Google's library says so wherever the token endpoint is. */
    private static final String AUDIENCE = "https://oauth2.googleapis.com/token";

    private final HttpServer server;
    private final KeyPair keys;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final CannedResponses cannedResponses =
            new CannedResponses(200, "{\"name\":\"projects/parlance-test/messages/1\"}");
    private final Set<String> accessTokens = ConcurrentHashMap.newKeySet();
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    private FakeFcm(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
    }

    public static FakeFcm start() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var fake = new FakeFcm(HttpServer.create(address, 0), generator.generateKeyPair());
            fake.server.setExecutor(fake.workers);
            fake.server.createContext("/token", fake::giveToken);
            fake.server.createContext(
                    "/v1/projects/" + PROJECT + "/messages:send", fake::takeMessage);
            fake.server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The JSON key of a service account that this server knows. */
    public Path writeServiceAccount(Path file) {
        var account =
                Map.of(
                        "type",
                        "service_account",
                        "project_id",
                        PROJECT,
                        "private_key_id",
                        "key-1",
                        "private_key",
                        Pem.text("PRIVATE KEY", keys.getPrivate().getEncoded()),
                        "client_email",
                        ACCOUNT,
                        "client_id",
                        "1",
                        "token_uri",
                        url() + "/token");
        try {
            return Files.writeString(file, Json.write(account));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is answered to a message instead of 200. */
    public CannedResponses script() {
        return cannedResponses;
    }

    /** The messages to this device, in the order of arrival. */
    public List<JsonNode> receivedBy(String deviceToken) {
        return received.stream()
                .filter(message -> message.path("token").asText().equals(deviceToken))
                .toList();
    }

    /** How often an access token was asked for. */
    public int accessTokens() {
        return accessTokens.size();
    }

    /** What was not as FCM wants it, and why. */
    public List<String> refused() {
        return refused;
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            verify(field(form, "assertion"));
            var token = UUID.randomUUID().toString();
            accessTokens.add(token);
            answer(
                    exchange,
                    200,
                    Map.of("access_token", token, "expires_in", 3_600, "token_type", "Bearer"));
        } catch (InvalidJwtException e) {
            refused.add(e.toString());
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        }
    }

    private void verify(String assertion) throws InvalidJwtException {
        var claims =
                new JwtConsumerBuilder()
                        .setVerificationKey(keys.getPublic())
                        .setExpectedIssuer(ACCOUNT)
                        .setExpectedAudience(AUDIENCE)
                        .setRequireExpirationTime()
                        .build()
                        .processToClaims(assertion);
        if (!SCOPE.equals(claims.getClaimValueAsString("scope"))) {
            throw new InvalidJwtException("wrong scope", List.of(), null);
        }
    }

    private static String field(String form, String name) {
        for (var pair : form.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private void takeMessage(HttpExchange exchange) throws IOException {
        var authorization = Headers.of(exchange).getOrDefault("authorization", "");
        var message = Json.tree(exchange.getRequestBody().readAllBytes()).path("message");
        if (!accessTokens.contains(authorization.replaceFirst("^Bearer ", ""))) {
            refused.add("unknown access token");
            answer(exchange, 401, Map.of("error", Map.of("status", "UNAUTHENTICATED")));
            return;
        }
        received.add(message);
        cannedResponses.answer(exchange);
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        try (exchange) {
            var bytes = Json.bytes(body);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        cannedResponses.close();
        server.stop(0);
        workers.shutdownNow();
    }
}

package parlance.auth.trust;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** A product that signs its own users' tokens, and publishes its keys. */
final class ProductIssuer implements AutoCloseable {

    private final HttpServer server;
    private final List<PublicJsonWebKey> keys = new ArrayList<>();
    private final AtomicInteger fetches = new AtomicInteger();

    private volatile int status = 200;

    ProductIssuer() {
        try {
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(loopback, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::publish);
        server.start();
        rotate();
    }

    /** The stand-in of user-service trusts this name, and finds the keys there. */
    String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    /** A new key signs from now on; the others stay published. */
    void rotate() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("key-" + keys.size());
            keys.addFirst(key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    void answersWith(int httpStatus) {
        status = httpStatus;
    }

    int fetches() {
        return fetches.get();
    }

    String tokenOf(String subject) {
        return token(subject, _ -> {}, _ -> {});
    }

    /**
     * @param change makes the claims others than they should be
     */
    String tokenOf(String subject, Consumer<JwtClaims> change) {
        return token(subject, change, _ -> {});
    }

    /** Signed by a secret that everybody knows: the public key. */
    String tokenSignedWithThePublicKey(String subject) {
        return token(
                subject,
                _ -> {},
                signature -> {
                    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
                    signature.setKey(new HmacKey(keys.getFirst().getPublicKey().getEncoded()));
                });
    }

    private String token(
            String subject, Consumer<JwtClaims> change, Consumer<JsonWebSignature> signing) {
        var claims = new JwtClaims();
        claims.setIssuer(name());
        claims.setAudience("chat");
        claims.setClaim("uid", subject);
        claims.setExpirationTimeMinutesInTheFuture(5);
        change.accept(claims);
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(keys.getFirst().getPrivateKey());
        signature.setKeyIdHeaderValue(keys.getFirst().getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signing.accept(signature);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        var body =
                new JsonWebKeySet(List.copyOf(keys))
                        .toJson(OutputControlLevel.PUBLIC_ONLY)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", name() + "/elsewhere");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

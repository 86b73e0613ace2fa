package parlance.auth.federation;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import parlance.contracts.Json;
import parlance.testing.jwt.JwksServer;
import parlance.testing.jwt.TokenKeys;

/** A product that signs its own users' tokens, and publishes its keys. */
final class ExternalIssuer implements AutoCloseable {

    private static final String AUDIENCE = "chat";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final JwksServer jwks = new JwksServer();
    private final SignatureAlgorithm algorithm;
    private PublicJsonWebKey key;
    private int keys;

    ExternalIssuer() {
        this(SignatureAlgorithm.RS256);
    }

    ExternalIssuer(SignatureAlgorithm algorithm) {
        this.algorithm = algorithm;
        this.key = newKey();
    }

    /** The stand-in of user-service trusts this name, and finds the keys there. */
    String name() {
        return jwks.url().toString();
    }

    /** A new key signs from now on; the others stay published. */
    void rotate() {
        key = newKey();
    }

    private PublicJsonWebKey newKey() {
        var created = TokenKeys.create(algorithm, "key-" + keys++);
        jwks.publish(created);
        return created;
    }

    void answersWith(int httpStatus) {
        jwks.answersWith(httpStatus);
    }

    int fetches() {
        return jwks.fetches();
    }

    String tokenOf(String subject) {
        return tokenOf(subject, _ -> {});
    }

    /**
     * @param change makes the claims others than they should be
     */
    String tokenOf(String subject, Consumer<JwtClaimsBuilder> change) {
        var claims = claimsOf(subject);
        change.accept(claims);
        return TokenKeys.sign(claims, key);
    }

    /** A token that does not say by which key it is signed. */
    String tokenWithoutKeyId(String subject) {
        return tokenWithoutKeyIdIn(name(), subject);
    }

    /** The same, in the name of another issuer. */
    String tokenWithoutKeyIdIn(String issuer, String subject) {
        return TokenKeys.sign(claimsOf(subject).issuer(issuer), key, null);
    }

    /** Signed by a secret that everybody knows: the public key. */
    String tokenSignedWithThePublicKey(String subject) {
        return claimsOf(subject)
                .jws()
                .keyId(key.getKeyId())
                .sign(new HmacKey(key.getPublicKey().getEncoded()));
    }

    /** Written out, since the builder adds an expiry to every token. */
    String tokenWithoutExpiry(String subject) throws JoseException {
        var token = new JsonWebSignature();
        token.setPayload(Json.write(Map.of("iss", name(), "aud", AUDIENCE, "uid", subject)));
        token.setAlgorithmHeaderValue(algorithm.getAlgorithm());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        return token.getCompactSerialization();
    }

    private JwtClaimsBuilder claimsOf(String subject) {
        return Jwt.issuer(name()).audience(AUDIENCE).claim("uid", subject).expiresIn(LIFETIME);
    }

    @Override
    public void close() {
        jwks.close();
    }
}

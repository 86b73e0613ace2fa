package parlance.auth.token;

import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import parlance.auth.AuthConfig;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;

/** Issues and reads access tokens: JWT, RS256, payload of protocol 4.2. */
@Singleton
public class AccessTokens {

    public static final String ISSUER = "parlance";

    private static final String TYPE = "access";

    private final SigningKeys keys;
    private final AuthConfig config;
    private final Clock clock;

    AccessTokens(SigningKeys keys, AuthConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** A token and when it expires. */
    public record Issued(String token, Instant expiresAt) {}

    /** No two are the same, even for one session within a second. */
    public Issued issue(
            OrganizationId organizationId, User user, DeviceId deviceId, SessionId sessionId) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = now.plus(config.access().lifetime());
        var claims = new JwtClaims();
        claims.setClaim("_id", user.id().value());
        claims.setClaim("native_id", user.id().value());
        claims.setClaim("login", user.login());
        claims.setClaim("type", TYPE);
        claims.setClaim("org", organizationId.value());
        claims.setClaim("device_id", deviceId.value());
        claims.setClaim("sid", sessionId.value());
        claims.setGeneratedJwtId();
        claims.setIssuer(ISSUER);
        claims.setAudience(ISSUER);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        return new Issued(sign(claims), expiresAt);
    }

    /** What the token says; empty unless it is one of ours and still valid. */
    public Optional<AccessToken> read(String token) {
        try {
            var claims = reader().processToClaims(token);
            return TYPE.equals(claims.getStringClaimValue("type"))
                    ? Optional.of(accessToken(claims))
                    : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException notOurs) {
            return Optional.empty();
        }
    }

    private String sign(JwtClaims claims) {
        var key = keys.current();
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot be signed", e);
        }
    }

    private static AccessToken accessToken(JwtClaims claims) throws MalformedClaimException {
        return new AccessToken(
                new OrganizationId(claims.getStringClaimValue("org")),
                new UserId(claims.getStringClaimValue("_id")),
                claims.getStringClaimValue("login"),
                new DeviceId(claims.getStringClaimValue("device_id")),
                new SessionId(claims.getStringClaimValue("sid")),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    private JwtConsumer reader() {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver((signature, _) -> publicKey(signature))
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(ISSUER)
                .setRequireExpirationTime()
                .setRequireJwtId()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private Key publicKey(JsonWebStructure signature) throws UnresolvableKeyException {
        var keyId = signature.getKeyIdHeaderValue();
        var key = keyId == null ? null : keys.find(keyId);
        if (key == null) {
            throw new UnresolvableKeyException("no key " + keyId);
        }
        return key.getPublicKey();
    }
}

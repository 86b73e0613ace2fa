package parlance.gateway.world;

import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

/** Access tokens as auth-service signs them, and users to sign them for. */
public final class Tokens {

    private Tokens() {}

    /** Somebody whom no other test knows. */
    public static Caller somebody() {
        return on("device-1", UUID.randomUUID().toString().replace("-", "").substring(0, 24));
    }

    /** The same user on another device. */
    public static Caller on(String device, Caller user) {
        return on(device, user.userId().value());
    }

    private static Caller on(String device, String userId) {
        return new Caller(
                new OrganizationId("default"),
                new UserId(userId),
                "login-" + userId,
                new DeviceId(device),
                new SessionId(UUID.randomUUID().toString()));
    }

    public static String of(Caller caller) {
        return of(caller, _ -> {});
    }

    /**
     * @param change makes the token another one than it should be
     */
    public static String of(Caller caller, Consumer<JwtClaims> change) {
        var claims = claimsOf(caller);
        change.accept(claims);
        return sign(claims, usualKey());
    }

    private static JwtClaims claimsOf(Caller caller) {
        var claims = new JwtClaims();
        claims.setIssuer("parlance");
        claims.setAudience("parlance");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setGeneratedJwtId();
        claims.setClaim("_id", caller.userId().value());
        claims.setClaim("native_id", caller.userId().value());
        claims.setClaim("login", caller.login());
        claims.setClaim("type", "access");
        claims.setClaim("org", caller.organizationId().value());
        claims.setClaim("device_id", caller.deviceId().value());
        claims.setClaim("sid", caller.sessionId().value());
        return claims;
    }

    /** The same, signed by another key. */
    public static String signedWith(PublicJsonWebKey key, Caller caller) {
        return sign(claimsOf(caller), key);
    }

    private static PublicJsonWebKey usualKey() {
        try {
            var json = ConfigProvider.getConfig().getValue(World.SIGNING_KEY, String.class);
            return PublicJsonWebKey.Factory.newPublicJwk(json);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(JwtClaims claims, PublicJsonWebKey key) {
        try {
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey(key.getPrivateKey());
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}

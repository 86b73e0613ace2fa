package parlance.gateway.environment;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.testing.jwt.TokenKeys;

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
    public static String of(Caller caller, Consumer<JwtClaimsBuilder> change) {
        var claims = claimsOf(caller);
        change.accept(claims);
        return TokenKeys.sign(claims, usualKey());
    }

    private static JwtClaimsBuilder claimsOf(Caller caller) {
        return Jwt.issuer("parlance")
                .audience("parlance")
                .issuedAt(Instant.now())
                .expiresIn(Duration.ofMinutes(10))
                .claim("_id", caller.userId().value())
                .claim("native_id", caller.userId().value())
                .claim("login", caller.login())
                .claim("type", "access")
                .claim("org", caller.organizationId().value())
                .claim("device_id", caller.deviceId().value())
                .claim("sid", caller.sessionId().value());
    }

    /** The same, signed by another key. */
    public static String signedWith(PublicJsonWebKey key, Caller caller) {
        return TokenKeys.sign(claimsOf(caller), key);
    }

    private static PublicJsonWebKey usualKey() {
        try {
            var json =
                    ConfigProvider.getConfig()
                            .getValue(GatewayEnvironment.SIGNING_KEY, String.class);
            return PublicJsonWebKey.Factory.newPublicJwk(json);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}

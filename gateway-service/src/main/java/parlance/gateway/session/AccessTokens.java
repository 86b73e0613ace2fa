package parlance.gateway.session;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.ErrorCode;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.gateway.GatewayConfig;
import parlance.kit.Rejection;
import parlance.kit.jwt.JwksCacheSettings;
import parlance.kit.jwt.JwksFetcher;
import parlance.kit.jwt.JwtRequirements;
import parlance.kit.jwt.JwtVerifier;
import parlance.kit.jwt.StringClaim;

/**
 * Verifies access tokens with auth-service's public keys, which are fetched once and again when a
 * token names one that is not known.
 */
@Singleton
final class AccessTokens {

    private static final String PARLANCE = "parlance";
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private static final JWTAuthContextInfo REQUIREMENTS =
            JwtRequirements.of(PARLANCE, PARLANCE, Set.of(SignatureAlgorithm.RS256), LEEWAY);

    private static final Duration KEYS_TIMEOUT = Duration.ofSeconds(3);

    /** For as long as auth-service says that they may be cached; known ones outlive it a minute. */
    private static final JwksCacheSettings KEYS_CACHE =
            new JwksCacheSettings(
                    Duration.ofMinutes(5), Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final JWTParser parser;
    private final JwtVerifier verifier;

    AccessTokens(JWTParser parser, GatewayConfig config) {
        this.parser = parser;
        this.verifier =
                new JwtVerifier(
                        config.authUrl().resolve("/.well-known/jwks.json"),
                        new JwksFetcher(KEYS_TIMEOUT, _ -> {}),
                        KEYS_CACHE);
    }

    /**
     * Who may sign in with this token on this device.
     *
     * @throws Rejection if the token is wrong, or the keys to verify it cannot be fetched
     */
    Caller verify(String token, DeviceId device) {
        return verifier.verify(token, REQUIREMENTS)
                .flatMap(AccessTokens::callerIn)
                .filter(caller -> caller.deviceId().equals(device))
                .orElseThrow(() -> new Rejection(ErrorCode.TOKEN_EXPIRED));
    }

    /** Whether the token claims, so far without proof, to be of another issuer. */
    boolean isForeign(String token) {
        try {
            @Nullable JsonWebToken unverified = parser.parseOnly(token);
            var issuer = unverified == null ? null : unverified.getIssuer();
            return issuer != null && !issuer.equals(PARLANCE);
        } catch (ParseException noToken) {
            return false;
        }
    }

    /** Empty if the token is another kind than an access token. */
    private static Optional<Caller> callerIn(JsonWebToken token) {
        var organization = StringClaim.of(token, "org");
        var user = StringClaim.of(token, "_id");
        var login = StringClaim.of(token, "login");
        var device = StringClaim.of(token, "device_id");
        var session = StringClaim.of(token, "sid");
        if (!"access".equals(StringClaim.of(token, "type"))
                || organization == null
                || user == null
                || login == null
                || device == null
                || session == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Caller(
                        new OrganizationId(organization),
                        new UserId(user),
                        login,
                        new DeviceId(device),
                        new SessionId(session)));
    }
}

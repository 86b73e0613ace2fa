package parlance.auth.token;

import io.smallrye.jwt.KeyFormat;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import parlance.auth.AuthConfig;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.contracts.user.User;
import parlance.kit.jwt.JwtRequirements;
import parlance.kit.jwt.StringClaim;

/** Issues and reads access tokens: JWT, RS256, payload of protocol 4.2. */
@Singleton
public class AccessTokens {

    public static final String ISSUER = "parlance";

    private static final String TYPE = "access";
    private static final Duration NO_LEEWAY = Duration.ZERO;

    private final SigningKeys keys;
    private final AuthConfig config;
    private final Clock clock;
    private final JWTParser parser;

    AccessTokens(SigningKeys keys, AuthConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
        this.parser = parserWith(keys);
    }

    /** A token and when it expires. */
    public record Issued(String token, Instant expiresAt) {}

    /** No two are the same, even for one session within a second. */
    public Issued issue(
            OrganizationId organizationId, User user, DeviceId deviceId, SessionId sessionId) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = now.plus(config.access().lifetime());
        var signer = keys.current();
        var token =
                Jwt.issuer(ISSUER)
                        .audience(ISSUER)
                        .issuedAt(now)
                        .expiresAt(expiresAt)
                        .claim("_id", user.id().value())
                        .claim("native_id", user.id().value())
                        .claim("login", user.login())
                        .claim("type", TYPE)
                        .claim("org", organizationId.value())
                        .claim("device_id", deviceId.value())
                        .claim("sid", sessionId.value())
                        .jws()
                        .algorithm(SignatureAlgorithm.RS256)
                        .keyId(signer.getKeyId())
                        .sign(signer.getPrivateKey());
        return new Issued(token, expiresAt);
    }

    /** What the token says; empty unless it is one of ours and still valid. */
    public Optional<AccessToken> read(String token) {
        try {
            return Optional.of(parser.parse(token))
                    .filter(parsed -> TYPE.equals(StringClaim.of(parsed, "type")))
                    .map(AccessTokens::accessToken)
                    .filter(read -> clock.instant().isBefore(read.expiresAt()));
        } catch (ParseException notOurs) {
            return Optional.empty();
        }
    }

    private static AccessToken accessToken(JsonWebToken token) {
        return new AccessToken(
                new OrganizationId(token.getClaim("org")),
                new UserId(token.getClaim("_id")),
                token.getClaim("login"),
                new DeviceId(token.getClaim("device_id")),
                new SessionId(token.getClaim("sid")),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    private static JWTParser parserWith(SigningKeys keys) {
        var requirements =
                JwtRequirements.of(ISSUER, ISSUER, Set.of(SignatureAlgorithm.RS256), NO_LEEWAY);
        requirements.setPublicKeyContent(keys.published());
        requirements.setKeyFormat(KeyFormat.JWK);
        requirements.setRequiredClaims(Set.of("jti"));
        return new DefaultJWTParser(requirements, new DefaultJWTCallerPrincipalFactory());
    }
}

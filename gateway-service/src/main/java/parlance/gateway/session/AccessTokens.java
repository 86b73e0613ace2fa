package parlance.gateway.session;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.ErrorCode;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.gateway.GatewayConfig;
import parlance.kit.Rejection;

/**
 * Verifies access tokens with auth-service's public keys, which are fetched once and again when a
 * token names one that is not known.
 */
@Singleton
final class AccessTokens {

    private static final Logger LOG = Logger.getLogger(AccessTokens.class);

    private static final String PARLANCE = "parlance";
    private static final int LEEWAY_SECONDS = 60;
    private static final Duration KEYS_TIMEOUT = Duration.ofSeconds(3);

    /** While auth-service is down, the keys that are known stay good. */
    private static final Duration KEYS_OUTLIVE_AUTH = Duration.ofMinutes(1);

    /** Proves nothing: only who claims to have signed. */
    private static final JwtConsumer UNVERIFIED =
            new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build();

    private final HttpsJwksVerificationKeyResolver keys;
    private final Clock clock;

    AccessTokens(GatewayConfig config, Clock clock) {
        this.keys = new HttpsJwksVerificationKeyResolver(keysAt(config));
        this.clock = clock;
    }

    /**
     * Who may sign in with this token on this device.
     *
     * @throws Rejection if nobody may, or nobody can tell
     */
    Caller verify(String token, DeviceId device) {
        var caller = callerIn(claimsOf(token));
        if (caller == null || !caller.deviceId().equals(device)) {
            throw new Rejection(ErrorCode.TOKEN_EXPIRED);
        }
        return caller;
    }

    /** Whether it claims to be somebody else's than auth-service's. */
    boolean isForeign(String token) {
        try {
            var issuer = UNVERIFIED.processToClaims(token).getIssuer();
            return issuer != null && !issuer.equals(PARLANCE);
        } catch (InvalidJwtException | MalformedClaimException noToken) {
            return false;
        }
    }

    private JwtClaims claimsOf(String token) {
        try {
            return consumer().processToClaims(token);
        } catch (InvalidJwtException e) {
            if (isForWantOfKeys(e)) {
                LOG.warnf("keys_unavailable cause=%s", e.getMessage());
                throw new Rejection(ErrorCode.SERVICE_UNAVAILABLE);
            }
            throw new Rejection(ErrorCode.TOKEN_EXPIRED);
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(
                                ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                .setExpectedIssuer(PARLANCE)
                .setExpectedAudience(PARLANCE)
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                .build();
    }

    /** Nobody, if the token is another kind than an access token. */
    private static @Nullable Caller callerIn(JwtClaims claims) {
        try {
            if (!"access".equals(claims.getStringClaimValue("type"))) {
                return null;
            }
            return new Caller(
                    new OrganizationId(text(claims, "org")),
                    new UserId(text(claims, "_id")),
                    text(claims, "login"),
                    new DeviceId(text(claims, "device_id")),
                    new SessionId(text(claims, "sid")));
        } catch (MalformedClaimException e) {
            return null;
        }
    }

    private static String text(JwtClaims claims, String name) throws MalformedClaimException {
        var value = claims.getStringClaimValue(name);
        if (value == null) {
            throw new MalformedClaimException(name);
        }
        return value;
    }

    private static boolean isForWantOfKeys(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static HttpsJwks keysAt(GatewayConfig config) {
        var get = new Get();
        get.setConnectTimeout((int) KEYS_TIMEOUT.toMillis());
        get.setReadTimeout((int) KEYS_TIMEOUT.toMillis());
        get.setRetries(1);
        var jwks = new HttpsJwks(config.authUrl().resolve("/.well-known/jwks.json").toString());
        jwks.setSimpleHttpGet(get);
        jwks.setRetainCacheOnErrorDuration(KEYS_OUTLIVE_AUTH.toSeconds());
        jwks.setRefreshReprieveThreshold(Duration.ofSeconds(1).toMillis());
        return jwks;
    }
}

package parlance.auth.trust;

import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.EDDSA;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA512;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA512;
import static parlance.contracts.ErrorCode.SERVICE_UNAVAILABLE;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;
import parlance.contracts.user.ExternalUser;
import parlance.contracts.user.TrustedIssuer;
import parlance.kit.Rejection;

/** Reads the tokens of trusted issuers. */
@Singleton
class ProductTokens {

    private static final Logger LOG = Logger.getLogger(ProductTokens.class);

    private static final int LEEWAY_SECONDS = 60;

    /** None with a shared secret, and not none at all. */
    private static final AlgorithmConstraints ASYMMETRIC =
            new AlgorithmConstraints(
                    AlgorithmConstraints.ConstraintType.PERMIT,
                    RSA_USING_SHA256,
                    RSA_USING_SHA384,
                    RSA_USING_SHA512,
                    RSA_PSS_USING_SHA256,
                    RSA_PSS_USING_SHA384,
                    RSA_PSS_USING_SHA512,
                    ECDSA_USING_P256_CURVE_AND_SHA256,
                    ECDSA_USING_P384_CURVE_AND_SHA384,
                    ECDSA_USING_P521_CURVE_AND_SHA512,
                    EDDSA);

    private final IssuerKeys keys;
    private final Clock clock;

    ProductTokens(IssuerKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Whom the token names; empty unless it is this issuer's and valid.
     *
     * @throws Rejection if the issuer's keys cannot be had at present
     */
    Optional<ExternalUser> read(String token, TrustedIssuer issuer) {
        try {
            return userIn(reader(issuer).processToClaims(token), issuer);
        } catch (InvalidJwtException refused) {
            if (isForWantOfKeys(refused)) {
                LOG.warnf("issuer_keys_unavailable url=%s", issuer.jwksUrl());
                throw new Rejection(SERVICE_UNAVAILABLE);
            }
            return Optional.empty();
        }
    }

    private JwtConsumer reader(TrustedIssuer issuer) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys.at(issuer.jwksUrl()))
                .setJwsAlgorithmConstraints(ASYMMETRIC)
                .setExpectedIssuer(issuer.issuer())
                .setExpectedAudience(issuer.audience())
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                .build();
    }

    private static Optional<ExternalUser> userIn(JwtClaims claims, TrustedIssuer issuer) {
        var subject = claims.getClaimValueAsString(issuer.userClaim());
        if (subject == null || subject.isEmpty()) {
            return Optional.empty();
        }
        var login = text(claims, "preferred_username");
        return Optional.of(
                new ExternalUser(
                        issuer.organizationId(),
                        issuer.issuer(),
                        subject,
                        login == null ? subject : login,
                        text(claims, "given_name"),
                        text(claims, "family_name")));
    }

    private static @Nullable String text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text && !text.isBlank() ? text : null;
    }

    private static boolean isForWantOfKeys(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}

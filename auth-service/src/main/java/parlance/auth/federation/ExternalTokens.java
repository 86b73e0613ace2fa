package parlance.auth.federation;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import parlance.internalapi.user.ExternalUser;
import parlance.internalapi.user.TrustedIssuer;
import parlance.kit.jwt.JwtRequirements;
import parlance.kit.jwt.StringClaim;

/** Reads the tokens of trusted issuers. */
@Singleton
class ExternalTokens {

    private static final Duration LEEWAY = Duration.ofSeconds(60);

    /** Every algorithm with a public key: none with a shared secret, and not "none". */
    private static final Set<SignatureAlgorithm> ASYMMETRIC =
            Set.of(
                    SignatureAlgorithm.RS256,
                    SignatureAlgorithm.RS384,
                    SignatureAlgorithm.RS512,
                    SignatureAlgorithm.PS256,
                    SignatureAlgorithm.PS384,
                    SignatureAlgorithm.PS512,
                    SignatureAlgorithm.ES256,
                    SignatureAlgorithm.ES384,
                    SignatureAlgorithm.ES512,
                    SignatureAlgorithm.EDDSA);

    private final IssuerKeys keys;

    ExternalTokens(IssuerKeys keys) {
        this.keys = keys;
    }

    /**
     * Whom the token names; empty unless it is this issuer's and valid.
     *
     * @throws parlance.kit.Rejection if the issuer's keys cannot be fetched at present
     */
    Optional<ExternalUser> read(String token, TrustedIssuer issuer) {
        var requirements =
                JwtRequirements.of(issuer.issuer(), issuer.audience(), ASYMMETRIC, LEEWAY);
        return keys.publishedAt(issuer.jwksUrl())
                .verify(token, requirements)
                .flatMap(verified -> userIn(verified, issuer));
    }

    private static Optional<ExternalUser> userIn(JsonWebToken token, TrustedIssuer issuer) {
        // An id may be a number: then it is its digits.
        var claim = token.<@Nullable Object>getClaim(issuer.userClaim());
        var subject = claim == null ? "" : claim.toString();
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        var login = text(token, "preferred_username");
        return Optional.of(
                new ExternalUser(
                        issuer.organizationId(),
                        issuer.issuer(),
                        subject,
                        login == null ? subject : login,
                        text(token, "given_name"),
                        text(token, "family_name")));
    }

    private static @Nullable String text(JsonWebToken token, String name) {
        var text = StringClaim.of(token, name);
        return text == null || text.isBlank() ? null : text;
    }
}

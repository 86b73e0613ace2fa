package parlance.kit.jwt;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.time.Duration;
import java.util.Set;

/** What a token must be: signed by one of some algorithms, of an issuer, for an audience, valid. */
public final class JwtRequirements {

    private static final long ANY_LIFETIME = 0;

    private JwtRequirements() {}

    /**
     * @param leeway how far the issuer's clock may be behind or ahead
     */
    public static JWTAuthContextInfo of(
            String issuer, String audience, Set<SignatureAlgorithm> algorithms, Duration leeway) {
        var requirements = new JWTAuthContextInfo();
        requirements.setIssuedBy(issuer);
        requirements.setExpectedAudience(Set.of(audience));
        requirements.setSignatureAlgorithm(algorithms);
        requirements.setClockSkew((int) leeway.toSeconds());
        // The defaults demand "iat" and a user's name, and take RSA keys of any size.
        requirements.setMaxTimeToLiveSecs(ANY_LIFETIME);
        requirements.setRequireNamedPrincipal(false);
        requirements.setRelaxVerificationKeyValidation(false);
        return requirements;
    }
}

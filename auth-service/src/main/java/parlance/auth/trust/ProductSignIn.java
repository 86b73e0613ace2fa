package parlance.auth.trust;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;
import parlance.auth.account.Accounts;
import parlance.auth.token.AccessTokens;
import parlance.contracts.OrganizationId;
import parlance.contracts.user.IssuerQuery;
import parlance.contracts.user.User;
import parlance.kit.limit.RateLimitStore;

/** Finds the user whom a token of a trusted issuer proves, and opens an account at first sight. */
@Singleton
public class ProductSignIn {

    /** Proves nothing: only whom to ask for keys. */
    private static final JwtConsumer UNVERIFIED =
            new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build();

    private final IssuerClient issuers;
    private final ProductTokens tokens;
    private final Accounts accounts;
    private final RateLimitStore limits;
    private final TrustConfig config;

    ProductSignIn(
            @RestClient IssuerClient issuers,
            ProductTokens tokens,
            Accounts accounts,
            RateLimitStore limits,
            TrustConfig config) {
        this.issuers = issuers;
        this.tokens = tokens;
        this.accounts = accounts;
        this.limits = limits;
        this.config = config;
    }

    /** A user of the organization that trusts the issuer. */
    public record Proven(OrganizationId organizationId, User user) {}

    /**
     * @param address where the token was shown, if that is known
     * @throws parlance.kit.Rejection after too many
     */
    public Optional<Proven> read(String token, @Nullable String address) {
        try {
            var claims = UNVERIFIED.processToClaims(token);
            var issuer = claims.getIssuer();
            if (issuer == null || issuer.equals(AccessTokens.ISSUER)) {
                return Optional.empty();
            }
            limits.takeFrom("product-token-address", address, config.address());
            return read(token, issuer, claims);
        } catch (InvalidJwtException | MalformedClaimException noToken) {
            return Optional.empty();
        }
    }

    private Optional<Proven> read(String token, String issuer, JwtClaims claims)
            throws MalformedClaimException {
        var audiences = claims.getAudience();
        return issuers.find(new IssuerQuery(issuer)).issuers().stream()
                .filter(trusted -> audiences.contains(trusted.audience()))
                .findFirst()
                .flatMap(trusted -> tokens.read(token, trusted))
                .flatMap(who ->
                        accounts.findOrOpen(who)
                                .map(user -> new Proven(who.organizationId(), user)));
    }
}

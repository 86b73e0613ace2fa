package parlance.auth.federation;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import parlance.auth.account.Accounts;
import parlance.auth.token.AccessTokens;
import parlance.contracts.OrganizationId;
import parlance.contracts.user.User;
import parlance.internalapi.user.IssuerQuery;
import parlance.internalapi.user.UserApi;
import parlance.kit.limit.RateLimitStore;

/** Finds the user whom a token of a trusted issuer proves, and opens an account at first sight. */
@Singleton
public class ExternalSignIn {

    private final JWTParser parser;
    private final UserApi issuers;
    private final ExternalTokens tokens;
    private final Accounts accounts;
    private final RateLimitStore limits;
    private final FederationConfig config;

    ExternalSignIn(
            JWTParser parser,
            @RestClient UserApi issuers,
            ExternalTokens tokens,
            Accounts accounts,
            RateLimitStore limits,
            FederationConfig config) {
        this.parser = parser;
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
        var claims = unverified(token);
        if (claims == null) {
            return Optional.empty();
        }
        var issuer = claims.getIssuer();
        if (issuer == null || issuer.equals(AccessTokens.ISSUER)) {
            return Optional.empty();
        }
        limits.takeFrom("product-token-address", address, config.address());
        return read(token, issuer, claims.getAudience());
    }

    private Optional<Proven> read(String token, String issuer, @Nullable Set<String> audiences) {
        return issuers.findIssuers(new IssuerQuery(issuer)).issuers().stream()
                .filter(trusted -> audiences != null && audiences.contains(trusted.audience()))
                .findFirst()
                .flatMap(trusted -> tokens.read(token, trusted))
                .flatMap(who ->
                        accounts.findOrOpen(who)
                                .map(user -> new Proven(who.organizationId(), user)));
    }

    /** Proves nothing: tells only whose keys to ask for. Null for what is no signed token. */
    private @Nullable JsonWebToken unverified(String token) {
        try {
            return parser.parseOnly(token);
        } catch (ParseException noToken) {
            return null;
        }
    }
}

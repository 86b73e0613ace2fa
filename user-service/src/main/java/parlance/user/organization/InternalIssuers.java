package parlance.user.organization;

import jakarta.inject.Singleton;
import parlance.internalapi.user.IssuerQuery;
import parlance.internalapi.user.TrustedIssuers;

/** What auth-service asks when it is shown a token that is none of its own. */
@Singleton
public final class InternalIssuers {

    private final TrustedIssuerStore issuers;

    InternalIssuers(TrustedIssuerStore issuers) {
        this.issuers = issuers;
    }

    /** See {@link IssuerQuery}. */
    public TrustedIssuers find(IssuerQuery query) {
        return new TrustedIssuers(issuers.findByIssuer(query.issuer()));
    }
}

package parlance.user.organization;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import parlance.contracts.user.IssuerQuery;
import parlance.contracts.user.TrustedIssuers;

/** What auth-service asks when it is shown a token that is none of its own. */
@Path("/internal/issuers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalIssuers {

    private final TrustedIssuerStore issuers;

    InternalIssuers(TrustedIssuerStore issuers) {
        this.issuers = issuers;
    }

    /** See {@link IssuerQuery}. */
    @POST
    @Path("/find")
    public TrustedIssuers find(IssuerQuery query) {
        return new TrustedIssuers(issuers.find(query.issuer()));
    }
}

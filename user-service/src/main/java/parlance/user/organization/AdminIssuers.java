package parlance.user.organization;

import static parlance.contracts.ErrorCode.ORG_NOT_FOUND;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.OrganizationId;
import parlance.internalapi.user.TrustedIssuer;
import parlance.kit.Rejection;
import parlance.kit.request.RequestReader;

/**
 * {@code /admin/organization/{id}/issuers}: whose tokens sign an organization's users in
 * (docs/trusted-issuers.md).
 */
@Path("/admin/organization/{organizationId}/issuers")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdminIssuers {

    private static final String USUAL_CLAIM = "sub";

    record Issuer(
            @JsonProperty("issuer") @NotNull @Size(min = 1, max = 255) String issuer,
            @JsonProperty("audience") @NotNull @Size(min = 1, max = 255) String audience,
            @JsonProperty("jwksUrl") @NotNull @Size(min = 1, max = 2048) String jwksUrl,
            @JsonProperty("userClaim") @Size(min = 1, max = 255) @Nullable String userClaim) {

        static Issuer of(TrustedIssuer trusted) {
            return new Issuer(
                    trusted.issuer(),
                    trusted.audience(),
                    trusted.jwksUrl().toString(),
                    trusted.userClaim());
        }
    }

    record Answer(@JsonProperty("issuers") List<Issuer> issuers) {}

    private final RequestReader requests;
    private final OrganizationStore organizations;
    private final TrustedIssuerStore issuers;
    private final IssuerConfig config;

    AdminIssuers(
            RequestReader requests,
            OrganizationStore organizations,
            TrustedIssuerStore issuers,
            IssuerConfig config) {
        this.requests = requests;
        this.organizations = organizations;
        this.issuers = issuers;
        this.config = config;
    }

    @GET
    public Answer list(@PathParam("organizationId") String id) {
        return answer(known(id));
    }

    /** Adds an issuer, or changes the one with the same audience. */
    @PUT
    public Answer trust(@PathParam("organizationId") String id, JsonNode body) {
        var organization = known(id);
        var added = requests.read(Issuer.class, body);
        var trusted =
                new TrustedIssuer(
                        organization,
                        added.issuer(),
                        added.audience(),
                        urlOfKeys(added.jwksUrl()),
                        added.userClaim() == null ? USUAL_CLAIM : added.userClaim());
        if (!issuers.save(trusted)) {
            throw Rejection.invalid("\"audience\" belongs to another organization");
        }
        return answer(organization);
    }

    /** Sessions that such tokens began go on; see {@code DELETE /admin/users/{id}/sessions}. */
    @DELETE
    public Answer distrust(
            @PathParam("organizationId") String id,
            @QueryParam("issuer") @Nullable String issuer,
            @QueryParam("audience") @Nullable String audience) {
        var organization = known(id);
        if (issuer == null || audience == null) {
            throw Rejection.invalid("\"issuer\" and \"audience\" are required");
        }
        issuers.remove(organization, issuer, audience);
        return answer(organization);
    }

    private Answer answer(OrganizationId organization) {
        return new Answer(
                issuers.findByOrganization(organization).stream().map(Issuer::of).toList());
    }

    private OrganizationId known(String id) {
        var organization = new OrganizationId(id);
        if (!organizations.includes(organization)) {
            throw new Rejection(ORG_NOT_FOUND);
        }
        return organization;
    }

    /** Where auth-service fetches from is checked once more there, at each fetch. */
    private URI urlOfKeys(String text) {
        try {
            var url = URI.create(text);
            var secure = "https".equals(url.getScheme());
            var tolerated = config.plainHttp() && "http".equals(url.getScheme());
            if ((secure || tolerated) && url.getHost() != null && url.getUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException noUrl) {
            // Refused like any other that will not do.
        }
        throw Rejection.invalid("\"jwksUrl\" must be an https URL");
    }
}

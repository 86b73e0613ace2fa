package parlance.contracts.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import parlance.contracts.OrganizationId;

/**
 * Somebody else than auth-service whose tokens sign an organization's users in.
 *
 * @param issuer the {@code iss} of the tokens
 * @param audience what must be among their {@code aud}
 * @param jwksUrl where the issuer publishes its keys
 * @param userClaim the claim that tells one user from the other, for good
 */
public record TrustedIssuer(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("issuer") String issuer,
        @JsonProperty("audience") String audience,
        @JsonProperty("jwks_url") URI jwksUrl,
        @JsonProperty("user_claim") String userClaim) {}

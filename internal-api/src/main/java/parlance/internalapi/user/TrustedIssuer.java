package parlance.internalapi.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import parlance.contracts.OrganizationId;

/**
 * An external issuer of tokens, other than auth-service, whose tokens sign the users of an
 * organization in.
 *
 * @param issuer the {@code iss} of the tokens
 * @param audience what must be among their {@code aud}
 * @param jwksUrl where the issuer publishes its keys
 * @param userClaim the claim that identifies a user permanently
 */
public record TrustedIssuer(
        @JsonProperty("organization_id") OrganizationId organizationId,
        @JsonProperty("issuer") String issuer,
        @JsonProperty("audience") String audience,
        @JsonProperty("jwks_url") URI jwksUrl,
        @JsonProperty("user_claim") String userClaim) {}

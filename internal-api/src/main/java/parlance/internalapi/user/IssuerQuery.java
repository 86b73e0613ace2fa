package parlance.internalapi.user;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code POST /internal/issuers/find} of user-service: which organizations trust this issuer, and
 * how? The answer is {@link TrustedIssuers}.
 */
public record IssuerQuery(@JsonProperty("issuer") String issuer) {}
